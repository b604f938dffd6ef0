package dev.plumbline.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.grading.Diagnosis;
import dev.plumbline.grading.Finding;
import dev.plumbline.grading.Report;
import dev.plumbline.grading.Verdict;
import dev.plumbline.lab.LabCatalogue;
import dev.plumbline.text.Line;
import dev.plumbline.text.Look;
import dev.plumbline.text.Phrases;
import dev.plumbline.text.SessionPhrases;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class NextStepTest {
    private static final Phrases PHRASES = SessionPhrases.english();
    private static final Finding.Place PLACE = new Finding.Place("main.tf", 2, 3);
    private static final Diagnosis.Fix FIX =
            new Diagnosis.Fix("Add it", List.of(new Diagnosis.Edit("main.tf", 1, 1, 1, 1, "x")));

    @Test
    void aFixWithoutAPlaceIsOfferedToo() {
        NextStep step = next(diagnosis(null, FIX, null, null));

        assertThat(step.words()).isEqualTo("add to main.tf what is missing, by hand or with:");
        assertThat(step.command()).isEqualTo("lab fix kinesis-stream --apply");
        assertThat(step.inSession("kinesis-stream").command()).isEqualTo("fix --apply");
    }

    @Test
    void theWholeAnswerIsNotRecommendedPlainly() {
        Diagnosis.Fix whole = new Diagnosis.Fix(
                "Add the resource block",
                List.of(new Diagnosis.Edit("main.tf", 9, 1, 9, 1, "resource \"aws_kinesis_stream\" \"s\" {\n}\n")));

        NextStep step = next(diagnosis(PLACE, whole, null, null));

        assertThat(step.words()).isEqualTo("add to main.tf what is missing. Step by step with:");
        assertThat(step.command()).isEqualTo("lab hint kinesis-stream");
    }

    @Test
    void aTitleAloneIsPutAsAStep() {
        assertThat(next(diagnosis(null, null, null, null)).words()).isEqualTo("settle this first: Something is wrong.");
    }

    @Test
    void whatHasToComeBeforeTheFixIsTheNextStep() {
        Diagnosis first = diagnosis(PLACE, FIX, "terraform destroy", "before that, let Terraform remove it:");

        assertThat(next(first)).isEqualTo(new NextStep("before that, let Terraform remove it:", "terraform destroy"));
        String report = TextReport.write(with(first), PHRASES, file -> java.util.Optional.empty(), Look.PLAIN);
        assertThat(report.indexOf("First: terraform destroy")).isPositive().isLessThan(report.indexOf("Then the fix:"));
    }

    @Test
    void stepsWithoutACommandStandAlone() {
        Diagnosis steps = diagnosis(PLACE, null, null, "do this, then that.");

        assertThat(next(steps)).isEqualTo(new NextStep("do this, then that.", null));
        assertThat(steps.commandFirst()).isFalse();
    }

    @Test
    void aReportSpeaksAsOneTypesWhereItIsRead() {
        Report report = SampleReports.writeUp();
        SourceFiles files = SampleReports.files(SampleReports.WRITE_UP);
        String shell = TextReport.write(report, PHRASES, files, Look.PLAIN);
        StringBuilder session = new StringBuilder();
        new TextReport(PHRASES, files, 80).lines(report).forEach(line -> session.append(line.text())
                .append('\n'));

        assertThat(shell).contains("lab fix kinesis-stream --apply").contains("lab read kinesis-stream pitfalls");
        assertThat(session.toString())
                .contains(" fix --apply")
                .contains(" read pitfalls")
                .doesNotContain("lab fix")
                .doesNotContain("lab read");
    }

    @Test
    void whatIsOnlyNotedCanBeShownAlone() {
        Diagnosis remark = new Diagnosis(
                "orphan-in-other-region", "A leftover", "It is there.", null, null, null, null, null, true, List.of());
        TextReport writer = new TextReport(PHRASES, file -> java.util.Optional.empty(), 80);

        assertThat(writer.noted(with(remark))).extracting(Line::text).endsWith("  · A leftover. It is there.");
        assertThat(writer.noted(SampleReports.writeUp())).isEmpty();
    }

    @Test
    void anAwsThatDoesNotAnswerIsNoTroubleOfThisMachine() {
        String url = "http://127.0.0.1:5000";
        NextStep down = NextStep.of(unjudged("Nothing answers at " + url + ".", url), PHRASES);

        assertThat(down.command()).isEqualTo("lab check kinesis-stream");
        assertThat(down.inSession("kinesis-stream").command()).isEqualTo("check");
        assertThat(down.words()).doesNotContain("our side");
        assertThat(NextStep.of(unjudged("AWS does not accept the credentials (ExpiredToken).", "real"), PHRASES)
                        .command())
                .isEqualTo("lab check kinesis-stream");
        assertThat(NextStep.of(unjudged("terraform was not found.", url), PHRASES)
                        .command())
                .isEqualTo("lab doctor");
        assertThat(NextStep.of(unjudged("The built-in AWS is gone.", "embedded"), PHRASES)
                        .command())
                .isEqualTo("lab doctor");
    }

    private static Report unjudged(String why, String aws) {
        return Report.withoutJudgement(
                new LabCatalogue(Path.of("")).load("kinesis-stream"),
                Verdict.COULD_NOT_GRADE,
                why,
                Map.of("aws", aws),
                Map.of());
    }

    private static Diagnosis diagnosis(
            Finding.@Nullable Place place,
            Diagnosis.@Nullable Fix fix,
            @Nullable String command,
            @Nullable String next) {
        return new Diagnosis("some", "Something is wrong", "Why.", place, fix, command, next, null, false, List.of());
    }

    private static Report with(Diagnosis diagnosis) {
        return SampleReports.writeUp().withDiagnoses(List.of(diagnosis));
    }

    private static NextStep next(Diagnosis diagnosis) {
        return NextStep.of(with(diagnosis), PHRASES);
    }
}
