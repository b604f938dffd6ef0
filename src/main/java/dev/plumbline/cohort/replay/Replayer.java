package dev.plumbline.cohort.replay;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.plumbline.coaching.Coach;
import dev.plumbline.cohort.bundle.Alteration;
import dev.plumbline.cohort.bundle.Bundle;
import dev.plumbline.cohort.bundle.BundleException;
import dev.plumbline.cohort.bundle.BundleJson;
import dev.plumbline.cohort.bundle.BundlePath;
import dev.plumbline.cohort.bundle.BundleReader;
import dev.plumbline.cohort.bundle.LabHash;
import dev.plumbline.cohort.bundle.Manifest;
import dev.plumbline.cohort.evidence.EvidenceJson;
import dev.plumbline.cohort.evidence.RecordedEvidence;
import dev.plumbline.grading.Grader;
import dev.plumbline.grading.Report;
import dev.plumbline.grading.Verdict;
import dev.plumbline.lab.Lab;
import dev.plumbline.lab.LabCatalogue;
import dev.plumbline.lab.LabFileException;
import dev.plumbline.terraform.source.SourceText;
import dev.plumbline.workbench.FileTrouble;
import dev.plumbline.workbench.UserError;
import dev.plumbline.workbench.Version;
import dev.plumbline.workspace.ScratchFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Judges bundles again. No process is started, no address is called, and nothing of a bundle is carried out: code is
 * parsed, state and plan are read, AWS's answers are those that were written down.
 */
public final class Replayer {
    private final LabCatalogue labs;
    private final Coach coach;

    /** With the labs and the coach of this installation. */
    public Replayer(LabCatalogue labs, Coach coach) {
        this.labs = labs;
        this.coach = coach;
    }

    /** Judges one. */
    public Replay replay(Path file) {
        Path scratch = null;
        try {
            Bundle bundle = BundleReader.open(file);
            Lab lab = lab(bundle.manifest());
            JsonNode record = json(bundle, BundlePath.EVIDENCE);
            if (!record.path("schema").asText().equals(EvidenceJson.SCHEMA)) {
                throw new BundleException(
                        "Its " + BundlePath.EVIDENCE + " does not have the schema " + EvidenceJson.SCHEMA + ".");
            }
            scratch = ScratchFolder.create("replay");
            return judge(file, bundle, lab, record, scratch.resolve("work"));
        } catch (BundleException refused) {
            return new Replay.Refused(file, refused.text());
        } catch (IOException noRoom) {
            throw UserError.trouble("There is no room to unpack " + file + ": " + FileTrouble.reason(noRoom) + ".");
        } finally {
            remove(scratch);
        }
    }

    private Replay judge(Path file, Bundle bundle, Lab lab, JsonNode record, Path root)
            throws BundleException, IOException {
        Optional<JsonNode> plan = bundle.file(BundlePath.PLAN).isPresent()
                ? Optional.of(json(bundle, BundlePath.PLAN))
                : Optional.empty();
        placeJournal(bundle, root);
        RecordedEvidence evidence = RecordedEvidence.of(bundle, lab, record, plan, root);
        Map<String, String> tools = new LinkedHashMap<>(Map.of("plumbline", Version.text()));
        tools.putAll(bundle.manifest().tools());
        Optional<String> notJudged = RecordedEvidence.notJudged(record);
        Report report = notJudged.isPresent()
                ? Report.withoutJudgement(lab, Verdict.COULD_NOT_GRADE, notJudged.get(), tools, evidence.timings())
                : Grader.grade(evidence, evidence.setup(), tools);
        if (notJudged.isEmpty()) {
            report = report.withDiagnoses(coach.diagnose(lab, evidence, report));
        }
        List<Alteration> alterations = new ArrayList<>(bundle.alterations());
        add(alterations, Origin.alterations(bundle, record));
        add(alterations, Agreement.disagreements(evidence));
        Optional<Claim> claim = bundle.file(BundlePath.REPORT).flatMap(Claim::of);
        if (claim.isEmpty()) {
            add(alterations, List.of(new Alteration(BundlePath.REPORT, "is missing, or no report of this program.")));
        }
        return new Replay.Judged(
                file,
                bundle.manifest(),
                report,
                claim.map(Claim::verdict).orElse("nothing"),
                claim.orElseGet(() -> new Claim(lab.id(), "nothing", "none", Map.of()))
                        .differences(Claim.of(report)),
                alterations,
                notes(bundle.manifest(), lab),
                name -> Optional.ofNullable(bundle.work().get(name))
                        .map(bytes -> SourceText.of(name, bytes).text()));
    }

    /** A part is named once, by the first that noticed. */
    private static void add(List<Alteration> known, List<Alteration> more) {
        for (Alteration one : more) {
            boolean file = one.part().contains(".");
            if (!file || known.stream().noneMatch(k -> k.part().equals(one.part()))) {
                known.add(one);
            }
        }
    }

    private static List<String> notes(Manifest manifest, Lab lab) {
        List<String> notes = new ArrayList<>();
        if (!manifest.labHash().equals(LabHash.of(lab))) {
            notes.add("The lab is not the one that this was judged with: its files differ. It is judged by yours.");
        }
        if (manifest.seed() != null) {
            notes.add("This is practice: the lab with the values of seed " + manifest.seed() + ".");
        }
        return notes;
    }

    private Lab lab(Manifest manifest) throws BundleException {
        try {
            Long seed = manifest.seed();
            return seed == null ? labs.load(manifest.lab()) : labs.draw(manifest.lab(), seed);
        } catch (LabFileException unknown) {
            throw new BundleException("Its lab '" + manifest.lab() + "' is not installed here, or is broken.");
        }
    }

    private static JsonNode json(Bundle bundle, String path) throws BundleException {
        byte[] bytes = bundle.file(path)
                .orElseThrow(() -> new BundleException("It has no " + path + ", so there is no evidence to judge."));
        try {
            return BundleJson.read(bytes);
        } catch (JsonProcessingException broken) {
            throw new BundleException("Its " + path + " is not JSON: " + BundleJson.reason(broken) + ".");
        }
    }

    /** The coach looks at what the learner did. */
    private static void placeJournal(Bundle bundle, Path root) throws IOException {
        Optional<byte[]> journal = bundle.file(BundlePath.JOURNAL);
        if (journal.isPresent()) {
            Path own = Files.createDirectories(root.resolve(".plumbline"));
            Files.write(own.resolve("journal.jsonl"), journal.get());
        }
    }

    private static void remove(@org.jspecify.annotations.Nullable Path scratch) {
        try {
            if (scratch != null) {
                ScratchFolder.delete(scratch);
            }
        } catch (IOException leftInTheTemporaryFolder) {
            scratch.toFile().deleteOnExit();
        }
    }
}
