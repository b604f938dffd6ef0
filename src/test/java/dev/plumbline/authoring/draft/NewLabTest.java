package dev.plumbline.authoring.draft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.lab.CaseReader;
import dev.plumbline.lab.Check;
import dev.plumbline.lab.HintReader;
import dev.plumbline.lab.Lab;
import dev.plumbline.lab.LabCase;
import dev.plumbline.lab.LabCatalogue;
import dev.plumbline.lab.LabText;
import dev.plumbline.lab.Requirement;
import dev.plumbline.workbench.UserError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NewLabTest {
    private final Blueprint plan = new Blueprint(
            "ticket-queue",
            "A queue for tickets",
            "aws_sqs_queue",
            "queue",
            "name",
            "tickets",
            "us-east-1",
            Map.of("visibility_timeout_seconds", "60"));

    @Test
    void writesALabThatLoadsWithItsCasesHintsAndTexts(@TempDir Path folder) {
        new NewLab(Path.of("")).write(plan, folder);

        Lab lab = new LabCatalogue(Path.of("")).and(folder).load("ticket-queue");
        assertThat(lab.requirements())
                .extracting(Requirement::id)
                .containsExactly("single-file", "name", "region", "visibility-timeout-seconds", "no-changes");
        assertThat(CaseReader.read(lab)).anyMatch(LabCase::expectsPass).anyMatch(one -> !one.expectsPass());
        assertThat(HintReader.read(lab)).hasSize(5);
        assertThat(LabText.of(lab).topic("task")).contains("`tickets`").doesNotContain("%");
    }

    @Test
    void speaksOfTheArgumentByWhichAwsKnowsIt(@TempDir Path folder) throws IOException {
        Blueprint bucket = new Blueprint(
                "a-store",
                "A store",
                "aws_s3_bucket",
                "bucket",
                Blueprint.usualIdentity("aws_s3_bucket"),
                "store",
                "us-east-1",
                Map.of());
        new NewLab(Path.of("")).write(bucket, folder);

        assertThat(Files.readString(folder.resolve("labs/a-store/solution/main.tf")))
                .contains("  bucket = \"store\"\n");
        Lab lab = new LabCatalogue(Path.of("")).and(folder).load("a-store");
        assertThat(lab.subject().identity()).isEqualTo("bucket");
        assertThat(lab.requirement("name").orElseThrow().check())
                .isInstanceOfSatisfying(Check.Attribute.class, check -> assertThat(check.attribute())
                        .isEqualTo("bucket"));
    }

    @Test
    void neverOverwrites(@TempDir Path folder) {
        new NewLab(Path.of("")).write(plan, folder);

        assertThatThrownBy(() -> new NewLab(Path.of("")).write(plan, folder))
                .isInstanceOf(UserError.class)
                .hasMessageContaining("labs/ticket-queue already");
    }

    @Test
    void refusesWhatIsNoId() {
        assertThatThrownBy(
                        () -> new Blueprint("My Lab", "", "aws_sqs_queue", "queue", "name", "q", "us-east-1", Map.of()))
                .hasMessageContaining("lower case words with dashes");
    }
}
