package dev.plumbline.coaching;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.cloud.LiveResource;
import dev.plumbline.grading.Diagnosis;
import dev.plumbline.grading.FakeEvidence;
import dev.plumbline.grading.Grader;
import dev.plumbline.grading.PlanEvidence;
import dev.plumbline.grading.Remedy;
import dev.plumbline.grading.Report;
import dev.plumbline.grading.RequirementResult;
import dev.plumbline.grading.Status;
import dev.plumbline.grading.judge.SetupRecord;
import dev.plumbline.lab.Lab;
import dev.plumbline.lab.LabCatalogue;
import dev.plumbline.report.NextStep;
import dev.plumbline.text.SessionPhrases;
import dev.plumbline.workspace.Journal;
import dev.plumbline.workspace.JournalEntry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A lab that gives a stream to take over: what is said before it is taken over, and when it is lost. */
class GivenStreamTest {
    private static final Lab LAB = new LabCatalogue(Bench.HOME).load("kinesis-adopt");
    private static final Instant THEN = Instant.parse("2026-01-02T03:04:05Z");
    private static final String CODE =
            """
            provider "aws" {
              region = "us-east-1"
            }

            resource "aws_kinesis_stream" "legacy" {
              name = "legacy-orders"

              stream_mode_details {
                stream_mode = "ON_DEMAND"
              }

              tags = {
                Team = "orders"
              }
            }
            """;
    private static final String IMPORT =
            """

            import {
              to = aws_kinesis_stream.legacy
              id = "legacy-orders"
            }
            """;
    private static final String EMPTIED =
            "{\"version\": 4, \"terraform_version\": \"1.11.4\", \"serial\": 3, \"lineage\": \"life\","
                    + " \"outputs\": {}, \"resources\": []}";

    @TempDir
    Path folder = Path.of("");

    @BeforeEach
    void written() throws IOException {
        write("main.tf", CODE);
    }

    @Test
    void nothingIsLostBeforeTheFirstCommand() throws IOException {
        Report report = report("us-east-1", THEN);

        assertThat(report.diagnoses()).extracting(Diagnosis::mistake).containsExactly("not-initialised");
        assertThat(next(report).command()).isEqualTo("terraform init");
    }

    @Test
    void afterInitTheNextStepIsTheImportAndNotTheWholeCommand() throws IOException {
        initialised();

        Report report = report("us-east-1", THEN);

        assertThat(report.diagnoses()).extracting(Diagnosis::mistake).containsExactly("not-imported");
        assertThat(next(report).words()).contains("import block in main.tf").contains("or with terraform import");
        assertThat(next(report).command()).isNull();
    }

    @Test
    void afterAFailedApplyToDeleteItIsNotOffered() throws IOException {
        initialised();
        ran("terraform apply", 1);

        Diagnosis found = report("us-east-1", THEN).diagnoses().get(0);

        assertThat(found.mistake()).isEqualTo("name-conflict");
        assertThat(found.explanation()).contains("Import it and apply.").doesNotContain("delete");
    }

    @Test
    void anImportThatTookNothingOverNamesAddressAndId() throws IOException {
        initialised();
        ran("terraform import", 1);

        Diagnosis found = report("us-east-1", THEN).diagnoses().get(0);

        assertThat(found.mistake()).isEqualTo("import-wrong-id");
        assertThat(found.command()).isEqualTo("terraform import aws_kinesis_stream.legacy legacy-orders");
    }

    @Test
    void onceItIsGoneOnlyResetIsOffered() throws IOException {
        initialised();
        write("main.tf", CODE + IMPORT);
        write("terraform.tfstate", EMPTIED);

        Report report = report(null, THEN);

        assertThat(report.diagnoses()).extracting(Diagnosis::mistake).containsExactly("original-gone");
        assertThat(next(report).command()).isEqualTo("lab reset kinesis-adopt");
        assertThat(next(report).inSession("kinesis-adopt").command()).isEqualTo("reset");
        assertThat(Hints.of(LAB).open(report, folder)).singleElement().satisfies(ladder -> {
            assertThat(ladder.requirement()).isEqualTo("same-stream");
            assertThat(ladder.steps()).last().asString().contains("lab reset kinesis-adopt");
        });
    }

    @Test
    void oneThatWasMadeLaterIsNotIt() throws IOException {
        initialised();

        Report report = report("us-east-1", THEN.plusSeconds(60));

        assertThat(report.diagnoses()).extracting(Diagnosis::mistake).containsExactly("original-gone");
        assertThat(report.diagnoses().get(0).explanation()).contains("made later");
    }

    @Test
    void withoutCodeItIsStillWhatToSay() throws IOException {
        Files.delete(folder.resolve("main.tf"));

        assertThat(report(null, THEN).diagnoses())
                .extracting(Diagnosis::mistake)
                .containsExactly("original-gone");
    }

    @Test
    void oneInAnotherRegionDoesNotMeanThatItIsLost() throws IOException {
        initialised();
        write(
                "terraform.tfstate",
                StateGround.state("legacy", "eu-west-1", false).replace("datacenter-stream", "legacy-orders"));

        RequirementResult same = same(Grader.grade(
                evidence().live(stream("us-east-1", THEN)).live(stream("eu-west-1", THEN.plusSeconds(60))),
                new SetupRecord(Optional.of(THEN)),
                Map.of()));

        assertThat(same.status()).isEqualTo(Status.UNMET);
        assertThat(same.remedy()).isNotEqualTo(Remedy.RESET);
        assertThat(same.message()).contains("still in us-east-1");
    }

    @Test
    void anEditThatWouldCostItIsTakenBackAndNotApplied() throws IOException {
        initialised();
        write(
                "terraform.tfstate",
                StateGround.state("legacy", "us-east-1", false).replace("datacenter-stream", "legacy-orders"));
        PlanEvidence plan = StateGround.plan(
                StateGround.change("legacy", List.of("delete"), Map.of("name", "legacy-orders"), Map.of()));

        Report report = diagnosed(evidence().live(stream("us-east-1", THEN)).planned(plan));

        assertThat(report.diagnoses())
                .filteredOn(d -> d.mistake().equals("edited-not-applied"))
                .singleElement()
                .satisfies(d -> {
                    assertThat(d.command()).isNull();
                    assertThat(d.explanation()).contains("take the edit back").doesNotContain("Apply, then");
                });
    }

    private Report report(@Nullable String region, Instant created) throws IOException {
        FakeEvidence evidence = evidence();
        return diagnosed(region == null ? evidence : evidence.live(stream(region, created)));
    }

    private Report diagnosed(FakeEvidence evidence) {
        Report graded = Grader.grade(evidence, new SetupRecord(Optional.of(THEN)), Map.of());
        return graded.withDiagnoses(Bench.COACH.diagnose(LAB, evidence, graded));
    }

    private FakeEvidence evidence() throws IOException {
        return new FakeEvidence(LAB, folder, Map.of());
    }

    private static RequirementResult same(Report report) {
        return report.requirements().stream()
                .filter(r -> r.id().equals("same-stream"))
                .findFirst()
                .orElseThrow();
    }

    private static NextStep next(Report report) {
        return NextStep.of(report, SessionPhrases.english());
    }

    private static LiveResource stream(String region, Instant created) {
        Map<String, @Nullable Object> attributes = new HashMap<>();
        attributes.put("name", "legacy-orders");
        attributes.put("stream_mode_details", List.of(Map.of("stream_mode", "ON_DEMAND")));
        attributes.put("tags_all", Map.of("Team", "orders"));
        return new LiveResource(
                "aws_kinesis_stream", "legacy-orders", region, "123456789012", "ACTIVE", created, attributes);
    }

    private void initialised() throws IOException {
        write(".terraform/providers/here", "");
        write(
                ".terraform.lock.hcl",
                "provider \"registry.terraform.io/hashicorp/aws\" {\n  version = \"5.100.0\"\n}\n");
    }

    private void ran(String words, int exit) {
        Journal.of(folder).add(new JournalEntry.Ran(Instant.now(), words, exit));
    }

    private void write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }
}
