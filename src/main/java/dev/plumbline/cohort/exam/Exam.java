package dev.plumbline.cohort.exam;

import dev.plumbline.cohort.intake.Submission;
import dev.plumbline.cohort.vetting.Vetting;
import dev.plumbline.grading.Grader;
import dev.plumbline.grading.History;
import dev.plumbline.grading.Report;
import dev.plumbline.grading.Verdict;
import dev.plumbline.grading.gather.GatheredEvidence;
import dev.plumbline.grading.gather.ProviderSource;
import dev.plumbline.terraform.StateFile;
import dev.plumbline.terraform.TerraformTrouble;
import dev.plumbline.workbench.SetupFile;
import dev.plumbline.workbench.UserError;
import dev.plumbline.workbench.Version;
import dev.plumbline.workspace.SnapshotReader;
import dev.plumbline.workspace.WorkspaceSnapshot;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** One submission, once: vetted, applied for real in its booth, judged. */
final class Exam {
    private final ExamHall hall;
    private final Booth booth;
    private final ProviderSource providers;

    Exam(ExamHall hall, Booth booth, ProviderSource providers) {
        this.hall = hall;
        this.booth = booth;
        this.providers = providers;
    }

    Graded grade(Submission submission) throws InterruptedException {
        Optional<Report> untouched = untouched(submission);
        if (untouched.isPresent()) {
            return new Graded(untouched.get(), Set.of(), false);
        }
        Vetting vetting = Vetting.of(hall.lab(), submission);
        Optional<Takeover> takeover = Takeover.of(hall.lab(), submission);
        Trial trial = new Trial(hall, booth, providers, takeover);
        Report report;
        try {
            submission.placeIn(booth.work());
            report = taken(submission, vetting, trial);
        } catch (TerraformTrouble trouble) {
            report = couldNot(String.valueOf(trouble.getMessage()));
        } catch (UserError trouble) {
            report = couldNot(trouble.text());
        } catch (IOException refused) {
            report = couldNot("It could not be put into a private folder: " + refused.getMessage());
        }
        List<String> remarks = new ArrayList<>(report.remarks());
        remarks.addAll(Unseen.remarks(hall.lab(), report, takeover));
        remarks.addAll(vetting.notes());
        remarks.addAll(submission.notes());
        return new Graded(Unseen.settled(with(report, remarks), takeover), vetting.secrets(), trial.providerDied());
    }

    /** The report on what is not even vetted. */
    private Optional<Report> untouched(Submission submission) {
        String why = submission.unreadable();
        if (why.isEmpty()
                && submission.files().isEmpty()
                && submission.others().isEmpty()
                && submission.refusals().isEmpty()) {
            why = "Nothing was handed in: there is no file.";
        }
        if (!why.isEmpty()) {
            return Optional.of(
                    Report.withoutJudgement(hall.lab(), Verdict.NOT_GRADABLE, why, tools(), Map.of("total", 0L)));
        }
        return submission.refusals().isEmpty()
                ? Optional.empty()
                : Optional.of(couldNot(
                        String.join(" ", submission.refusals()) + " Nothing of it was run; look at it by hand."));
    }

    private Report taken(Submission submission, Vetting vetting, Trial trial)
            throws IOException, TerraformTrouble, InterruptedException {
        hall.world().bring(booth.work(), booth.aws());
        try (GatheredEvidence source = evidence(submission)) {
            Optional<Report> early = early(source, vetting);
            if (early.isPresent()) {
                return early.get();
            }
        }
        long began = System.nanoTime();
        Trial.Outcome outcome = trial.run(submission, vetting);
        long applied = (System.nanoTime() - began) / 1_000_000;
        if (outcome instanceof Trial.Outcome.Stopped stopped) {
            return couldNot(stopped.why());
        }
        try (Desk.Seat seat = hall.desk().sit();
                GatheredEvidence evidence = evidence(submission)) {
            if (outcome instanceof Trial.Outcome.Objected objected) {
                return SourceVerdict.of(evidence, objected.objections(), tools());
            }
            Report report = Grader.grade(evidence, SetupFile.read(booth.work()), tools());
            Report coached = report.withDiagnoses(hall.coach().diagnose(hall.lab(), evidence, report));
            Map<String, String> tools = new LinkedHashMap<>(coached.tools());
            tools.put("provider", evidence.providerVersion());
            List<String> remarks = new ArrayList<>(coached.remarks());
            claim(submission).ifPresent(remarks::add);
            Map<String, Long> timings = new LinkedHashMap<>(coached.timings());
            timings.put("apply", applied);
            timings.merge("total", applied, Long::sum);
            seat.close();
            return timed(with(coached.withTools(tools), remarks), timings);
        }
    }

    /** The report where there is no need to run anything, or no leave to. */
    private Optional<Report> early(GatheredEvidence source, Vetting vetting) {
        Report bySource = SourceVerdict.of(source, vetting.objections(), tools());
        return bySource.verdict() == Verdict.NOT_GRADABLE
                        || !vetting.objections().isEmpty()
                ? Optional.of(bySource)
                : Optional.empty();
    }

    private GatheredEvidence evidence(Submission submission) throws IOException {
        return new GatheredEvidence(
                hall.lab(),
                snapshot(submission),
                booth.shell(),
                booth.backend(),
                booth.live(),
                providers,
                History.NONE,
                hall.cancellation());
    }

    /** The folder as it is now, and what was handed in beside that is no file. */
    private WorkspaceSnapshot snapshot(Submission submission) throws IOException {
        WorkspaceSnapshot placed = SnapshotReader.read(booth.work());
        List<WorkspaceSnapshot.Entry> entries = new ArrayList<>(placed.entries());
        submission.others().forEach((name, kind) -> {
            if (name.indexOf('/') < 0 && placed.entry(name).isEmpty()) {
                entries.add(new WorkspaceSnapshot.Entry(name, kind, SnapshotReader.FILE_CAP + 1));
            }
        });
        return new WorkspaceSnapshot(
                placed.root(),
                entries,
                placed.contents(),
                placed.parent(),
                placed.initialised(),
                placed.selectedWorkspace());
    }

    private Optional<String> claim(Submission submission) throws IOException {
        byte[] handedIn = submission.files().get("terraform.tfstate");
        Path own = booth.work().resolve("terraform.tfstate");
        if (handedIn == null) {
            return Optional.empty();
        }
        StateFile made = Files.isRegularFile(own) ? StateFile.read(Files.readAllBytes(own)) : new StateFile.Absent();
        return StateClaim.against(handedIn, made, hall.lab().subject());
    }

    private Map<String, String> tools() {
        Map<String, String> tools = new LinkedHashMap<>();
        tools.put("plumbline", Version.text());
        tools.put("terraform", hall.terraformVersion());
        tools.put("provider", "");
        tools.put("aws", booth.backend().name());
        return tools;
    }

    private Report couldNot(String why) {
        return Report.withoutJudgement(hall.lab(), Verdict.COULD_NOT_GRADE, why, tools(), Map.of("total", 0L));
    }

    private static Report with(Report report, List<String> remarks) {
        return new Report(
                report.lab(),
                report.verdict(),
                report.stage(),
                report.requirements(),
                report.diagnoses(),
                remarks,
                report.trouble(),
                report.tools(),
                report.timings());
    }

    private static Report timed(Report report, Map<String, Long> timings) {
        return new Report(
                report.lab(),
                report.verdict(),
                report.stage(),
                report.requirements(),
                report.diagnoses(),
                report.remarks(),
                report.trouble(),
                report.tools(),
                timings);
    }
}
