package dev.plumbline.cohort.handin;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plumbline.cohort.bundle.BundleJson;
import dev.plumbline.cohort.bundle.BundlePath;
import dev.plumbline.cohort.bundle.BundleWriter;
import dev.plumbline.cohort.bundle.Checksum;
import dev.plumbline.cohort.bundle.LabHash;
import dev.plumbline.cohort.bundle.Manifest;
import dev.plumbline.cohort.evidence.EvidenceJson;
import dev.plumbline.grading.Report;
import dev.plumbline.grading.gather.GatheredEvidence;
import dev.plumbline.grading.gather.StateReader;
import dev.plumbline.grading.judge.SetupRecord;
import dev.plumbline.lab.Lab;
import dev.plumbline.report.JsonReport;
import dev.plumbline.terraform.source.SourceText;
import dev.plumbline.workbench.Version;
import dev.plumbline.workspace.Journal;
import dev.plumbline.workspace.WorkspaceSnapshot;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Puts one learner's work into a bundle. */
public final class HandIn {
    private final Lab lab;
    private final WorkspaceSnapshot folder;
    private final Instant now;
    private final Secrets secrets;
    private final TextMasking texts;
    private final Map<String, byte[]> files = new TreeMap<>();

    private HandIn(Lab lab, WorkspaceSnapshot folder, Map<String, String> shell, Instant now) {
        this.lab = lab;
        this.folder = folder;
        this.now = now;
        this.secrets = new Secrets(Stream.concat(
                        lab.parameters().values().values().stream(),
                        Stream.of(lab.subject().value()))
                .toList());
        this.texts = new TextMasking(secrets);
        secrets.addFrom(shell);
    }

    /**
     * Packs work that was judged. To be called while the evidence is open: what the judgement did not ask is asked now.
     *
     * @param report the judgement
     * @param shell the environment of the learner's shell, whose keys are kept out
     */
    public static PackedWork of(
            GatheredEvidence evidence, Report report, SetupRecord setup, Map<String, String> shell, Instant now) {
        Map<String, String> tools = new TreeMap<>(report.tools());
        tools.put("provider", evidence.providerVersion());
        HandIn handIn = new HandIn(evidence.lab(), evidence.workspace(), shell, now);
        handIn.secrets.addFrom(evidence.source(), evidence.workspace().selectedWorkspace());
        return handIn.pack(evidence, setup, report.withTools(tools));
    }

    /** Packs work that could not be judged: files and the reason. */
    public static PackedWork of(
            Lab lab, WorkspaceSnapshot folder, Report report, Map<String, String> shell, Instant now) {
        return new HandIn(lab, folder, shell, now).pack(null, SetupRecord.NONE, report);
    }

    private PackedWork pack(@Nullable GatheredEvidence evidence, SetupRecord setup, Report report) {
        Selection selection = Selection.of(folder);
        // States and plan first: what they mark as sensitive is looked for in all the others.
        selection.taken().forEach((name, bytes) -> {
            if (name.contains(".tfstate")) {
                state(BundlePath.WORK + name, bytes);
            }
        });
        boolean outside = evidence != null && stateFromOutside(evidence);
        if (evidence != null) {
            evidence.planShown()
                    .ifPresent(plan -> files.put(
                            BundlePath.PLAN, BundleJson.bytes(new PlanMasking(json(BundlePath.PLAN)).mask(plan))));
        }
        selection.taken().forEach((name, bytes) -> {
            if (!name.contains(".tfstate")) {
                files.put(BundlePath.WORK + name, text(BundlePath.WORK + name, bytes));
            }
        });
        ObjectNode record = evidence == null
                ? EvidenceJson.of(folder, report.trouble() == null ? "" : report.trouble())
                : EvidenceJson.of(evidence, setup, outside ? BundlePath.STATE_OUTSIDE : "");
        record = (ObjectNode) json(BundlePath.EVIDENCE).all(record);
        EvidenceJson.judgedFrom(record, checksums());
        files.put(BundlePath.EVIDENCE, BundleJson.bytes(record));
        files.put(BundlePath.REPORT, BundleJson.bytes(json(BundlePath.REPORT).all(JsonReport.tree(report))));
        String journal = Journal.of(folder.root()).text();
        if (!journal.isEmpty()) {
            files.put(
                    BundlePath.JOURNAL, texts.file(BundlePath.JOURNAL, journal).getBytes(StandardCharsets.UTF_8));
        }
        files.put(BundlePath.README, BundleNote.text(lab, report).getBytes(StandardCharsets.UTF_8));
        Manifest manifest = manifest(selection, report);
        return new PackedWork(BundleWriter.pack(manifest, files), manifest, List.copyOf(files.keySet()));
    }

    private Manifest manifest(Selection selection, Report report) {
        Map<String, String> tools = new HashMap<>(report.tools());
        tools.remove("plumbline");
        return new Manifest(
                lab.id(),
                LabHash.of(lab),
                Journal.of(folder.root()).progress().seed(),
                Version.text(),
                new TreeMap<>(tools),
                now.truncatedTo(ChronoUnit.SECONDS),
                List.of(),
                texts.masked(),
                selection.leftOut());
    }

    private JsonMasking json(String file) {
        return new JsonMasking(secrets, texts, file);
    }

    private void state(String path, byte[] bytes) {
        files.put(path, new StateMasking(secrets, texts).mask(path, bytes));
    }

    /** The state in force where a backend keeps it outside the folder. */
    private boolean stateFromOutside(GatheredEvidence evidence) {
        String path = evidence.state().path();
        byte[] bytes = folder.contents().containsKey(path) ? null : StateReader.bytes(folder, path);
        if (bytes == null) {
            return false;
        }
        state(BundlePath.STATE_OUTSIDE, bytes);
        return true;
    }

    /** In the encoding that it has; a file without secrets stays as it is, byte for byte. */
    private byte[] text(String path, byte[] bytes) {
        SourceText source = SourceText.of(path, bytes);
        String masked = texts.file(path, source.text());
        return masked.equals(source.text()) ? bytes : source.encoding().encode(masked);
    }

    private Map<String, String> checksums() {
        Map<String, String> checksums = new TreeMap<>();
        files.forEach((path, bytes) -> checksums.put(path, Checksum.of(bytes)));
        return checksums;
    }
}
