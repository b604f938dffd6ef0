package dev.plumbline.cohort;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plumbline.cohort.bundle.LabHash;
import dev.plumbline.cohort.exam.Graded;
import dev.plumbline.grading.Report;
import dev.plumbline.grading.Verdict;
import dev.plumbline.lab.Lab;
import dev.plumbline.report.JsonReport;
import dev.plumbline.workbench.Version;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The reports of one run, as they are written for each submission, and whether one that is there still holds. */
public final class Reports {
    private final Lab lab;
    private final String labHash;
    private final Results results;
    private final List<Beside> beside;

    /**
     * Into those results.
     *
     * @param beside what is written beside each report
     */
    public Reports(Lab lab, Results results, List<Beside> beside) {
        this.lab = lab;
        this.labHash = LabHash.of(lab);
        this.results = results;
        this.beside = List.copyOf(beside);
    }

    /** Whether a result of the same submission, lab and program is there, so that it need not be graded again. */
    public boolean isDone(Entry entry) {
        return results.report(entry.id())
                .filter(report -> {
                    JsonNode submission = report.path("submission");
                    return submission.path("sha256").asText().equals(entry.sha256())
                            && submission.path("labSha256").asText().equals(labHash)
                            && report.path("tools").path("plumbline").asText().equals(Version.text())
                            && !report.path("verdict").asText().equals(Verdict.COULD_NOT_GRADE.word())
                            && beside.stream().allMatch(one -> results.hasBeside(entry.id(), one.file()));
                })
                .isPresent();
    }

    /**
     * Writes what came out for a submission.
     *
     * @param sha256 of what was graded
     * @param work where its files are, for excerpts
     */
    void write(Entry entry, String sha256, Graded graded, Path work, double seconds) throws IOException {
        Redaction redaction = new Redaction(graded.secrets());
        for (Beside one : beside) {
            results.write(entry.id(), one.file(), redaction.of(one.writer().write(graded.report(), work)));
        }
        ObjectNode report = JsonReport.tree(graded.report());
        report.putObject("submission")
                .put("id", entry.id())
                .put("source", entry.source().toString())
                .put("sha256", sha256)
                .put("seconds", seconds)
                .put("labSha256", labHash);
        results.write(entry.id(), Results.REPORT, redaction.of(Results.text(report)));
    }

    /** Writes for each of them that nothing could be graded, for one reason. */
    public void couldNotGrade(List<Entry> entries, String why) throws IOException {
        Graded graded = graded(why);
        for (Entry entry : entries) {
            write(entry, entry.sha256(), graded, results.folder(), 0);
        }
    }

    /** What is said where nothing could be judged. */
    Graded graded(String why) {
        return new Graded(
                Report.withoutJudgement(
                        lab, Verdict.COULD_NOT_GRADE, why, Map.of("plumbline", Version.text()), Map.of("total", 0L)),
                Set.of(),
                false);
    }
}
