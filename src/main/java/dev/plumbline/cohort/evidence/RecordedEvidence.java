package dev.plumbline.cohort.evidence;

import com.fasterxml.jackson.databind.JsonNode;
import dev.plumbline.cloud.LiveAnswer;
import dev.plumbline.cohort.bundle.Bundle;
import dev.plumbline.cohort.bundle.BundlePath;
import dev.plumbline.grading.CloudEvidence;
import dev.plumbline.grading.Evidence;
import dev.plumbline.grading.History;
import dev.plumbline.grading.PlanEvidence;
import dev.plumbline.grading.StateEvidence;
import dev.plumbline.grading.ValidationEvidence;
import dev.plumbline.grading.gather.CloudAnswers;
import dev.plumbline.grading.gather.StateReader;
import dev.plumbline.grading.judge.SetupRecord;
import dev.plumbline.lab.Lab;
import dev.plumbline.terraform.source.Configuration;
import dev.plumbline.terraform.source.SourceText;
import dev.plumbline.workspace.WorkspaceSnapshot;
import java.io.IOException;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The evidence of a bundle. Code and state are read from the learner's files, plan and cloud from what was written down;
 * nothing is started and nothing is asked. Everything in it may be forged.
 */
public final class RecordedEvidence implements Evidence {
    private final Lab lab;
    private final JsonNode record;
    private final WorkspaceSnapshot folder;
    private final Configuration source;
    private final StateEvidence state;
    private final PlanEvidence plan;
    private final CloudAnswers cloud;
    private final RecordedCloud asked;
    private final long began = System.nanoTime();

    private RecordedEvidence(
            Lab lab, JsonNode record, WorkspaceSnapshot folder, PlanEvidence plan, CloudAnswers cloud) {
        this.lab = lab;
        this.record = record;
        this.folder = folder;
        this.source = Configuration.of(folder.entries().stream()
                .flatMap(e -> folder.bytes(e.name()).map(bytes -> SourceText.of(e.name(), bytes)).stream())
                .toList());
        this.state = StateReader.within(folder);
        this.plan = plan;
        this.cloud = cloud;
        this.asked = new RecordedCloud(cloud);
    }

    /**
     * Reads it.
     *
     * @param root an empty folder; the learner's files are unpacked there, for a coach who looks at them
     * @param record the bundle's {@code evidence.json}
     * @param shown the bundle's plan, if it holds one
     * @throws IOException if the files cannot be unpacked
     */
    public static RecordedEvidence of(Bundle bundle, Lab lab, JsonNode record, Optional<JsonNode> shown, Path root)
            throws IOException {
        bundle.unpackWork(root);
        JsonNode folder = record.path("folder");
        FolderJson.placeProviders(folder, root);
        Map<String, byte[]> outside = new LinkedHashMap<>();
        if (record.path("state").has("outside")) {
            bundle.file(BundlePath.STATE_OUTSIDE)
                    .ifPresent(bytes ->
                            outside.put(record.path("state").path("path").asText(), bytes));
        }
        return new RecordedEvidence(
                lab,
                record,
                FolderJson.read(folder, bundle.work(), root, outside),
                PlanJson.plan(record.path("plan"), shown),
                CloudJson.read(record.path("cloud")));
    }

    /** Whether anything was judged on the learner's machine: else there is no evidence, and this says why. */
    public static Optional<String> notJudged(JsonNode record) {
        return record.path("judged").asBoolean(false)
                ? Optional.empty()
                : Optional.of(record.path("trouble").asText("Nothing was judged on the learner's machine."));
    }

    @Override
    public Lab lab() {
        return lab;
    }

    @Override
    public WorkspaceSnapshot workspace() {
        return folder;
    }

    @Override
    public Map<String, String> learnerEnvironment() {
        Map<String, String> shell = new LinkedHashMap<>();
        record.path("shell")
                .properties()
                .forEach(v -> shell.put(v.getKey(), v.getValue().asText()));
        return shell;
    }

    @Override
    public ValidationEvidence validation() {
        return PlanJson.validation(record.path("validation"));
    }

    @Override
    public PlanEvidence plan() {
        return plan;
    }

    @Override
    public StateEvidence state() {
        return state;
    }

    @Override
    public CloudEvidence cloud() {
        return asked;
    }

    @Override
    public Configuration source() {
        return source;
    }

    @Override
    public History history() {
        JsonNode history = record.path("history");
        return new History(
                history.path("planned").asBoolean(), history.path("verified").asBoolean());
    }

    @Override
    public Map<String, Long> timings() {
        return Map.of("total", (System.nanoTime() - began) / 1_000_000);
    }

    /** What the lab's setup had made. */
    public SetupRecord setup() {
        try {
            String created = record.path("setup").path("created").asText("");
            return created.isEmpty() ? SetupRecord.NONE : new SetupRecord(Optional.of(Instant.parse(created)));
        } catch (DateTimeException noTime) {
            return SetupRecord.NONE;
        }
    }

    /** All answers of the cloud that were written down. */
    public CloudAnswers answers() {
        return cloud;
    }

    /** What a judgement asked the cloud and nobody wrote down: the files are not those that were judged. */
    public List<CloudAnswers.Question> unanswered() {
        return asked.unanswered();
    }

    /** A cloud that answers from the record. */
    private static final class RecordedCloud implements CloudEvidence {
        private final CloudAnswers answers;
        private final Map<CloudAnswers.Question, Boolean> unanswered = new LinkedHashMap<>();

        RecordedCloud(CloudAnswers answers) {
            this.answers = answers;
        }

        List<CloudAnswers.Question> unanswered() {
            return List.copyOf(unanswered.keySet());
        }

        @Override
        public LiveAnswer find(String type, String identity, String region, String account) {
            CloudAnswers.Question question = new CloudAnswers.Question(type, identity, region, account);
            LiveAnswer known = answers.found().get(question);
            if (known != null) {
                return known;
            }
            unanswered.put(question, true);
            return new LiveAnswer.Unknown(
                    LiveAnswer.Cause.SERVICE,
                    "The bundle holds no answer of AWS about " + type + " " + identity + " in " + region + ".");
        }

        @Override
        public List<String> list(String type, String region, String account) {
            return answers.lists().getOrDefault(new CloudAnswers.Question(type, "", region, account), List.of());
        }

        @Override
        public List<String> regions() {
            return answers.regions();
        }
    }
}
