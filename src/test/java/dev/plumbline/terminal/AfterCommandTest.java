package dev.plumbline.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.grading.Stage;
import dev.plumbline.text.Line;
import dev.plumbline.text.SessionPhrases;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AfterCommandTest {
    private static final int WIDE = 1000;

    private final AfterCommand explanations = new AfterCommand(SessionPhrases.english(), "aws_kinesis_stream");
    private final Path workspace;

    AfterCommandTest(@TempDir Path workspace) {
        this.workspace = workspace;
    }

    @Test
    void eachOfTwoThatSucceededIsExplained() throws Exception {
        StateGlance before = StateGlance.at(workspace);
        initialise();
        assertThat(after("terraform init && terraform apply", 0, before))
                .contains("Terraform has fetched the provider")
                .contains("There was nothing to change.");
    }

    @Test
    void aWordThatTheShellDoesNotFindMayBeAnotherOne() {
        assertThat(after("terrafrom plan -out=p", 127, StateGlance.at(workspace)))
                .contains("Did you mean terraform plan -out=p?")
                .contains("(exit code 127)");
        assertThat(after("hnit", 127, StateGlance.at(workspace))).contains("Did you mean hint?");
        assertThat(after("kubectl", 127, StateGlance.at(workspace))).isEqualTo("(exit code 127)");
    }

    @Test
    void whichOfTwoFailedIsNotGuessed() {
        assertThat(after("terraform init && terraform apply", 1, StateGlance.at(workspace)))
                .isEqualTo("(exit code 1)");
        assertThat(after("terraform init", 1, StateGlance.at(workspace))).contains("Init stopped.");
    }

    @Test
    void theWaitOfAnApplyIsToldWhereverItStands() {
        assertThat(before("terraform init && terraform apply")).contains("at least 20 seconds");
        assertThat(before("echo terraform apply")).isEmpty();
    }

    @Test
    void noWaitIsToldOfWhatDoesNotWait() throws Exception {
        assertThat(before("terraform apply"))
                .as("without init it stops at once")
                .isEmpty();
        initialise();
        assertThat(before("terraform apply")).contains("If a stream is created");
        assertThat(before("terraform apply -refresh-only")).isEmpty();
        assertThat(before("terraform apply --help")).isEmpty();
        assertThat(before("terraform destroy")).as("nothing is listed").isEmpty();
        StateGlance one = new StateGlance(1, Map.of("aws_kinesis_stream.s", "arn"), true);
        for (String deletes : List.of("terraform destroy", "terraform apply -destroy")) {
            assertThat(text(explanations.before(deletes, Stage.VERIFIED, one, WIDE)))
                    .contains("Deleting a stream takes at least 10 seconds");
        }
    }

    @Test
    void aQueueHasAWaitOfItsOwn() throws Exception {
        initialise();
        AfterCommand queues = new AfterCommand(SessionPhrases.english(), "aws_sqs_queue");
        assertThat(text(queues.before("terraform apply", null, StateGlance.at(workspace), WIDE)))
                .contains("If a queue is created, that takes at least 25 seconds");
        StateGlance one = new StateGlance(1, Map.of("aws_sqs_queue.q", "http://aws/q"), true);
        assertThat(queues.before("terraform destroy", Stage.VERIFIED, one, WIDE))
                .isEmpty();
    }

    @Test
    void aFullDiskIsNamed() {
        assertThat(DiskRoom.trouble(workspace, 0, SessionPhrases.english()))
                .hasValueSatisfying(
                        words -> assertThat(words).startsWith("The disk is full: 0 KB are left for " + workspace));
        assertThat(DiskRoom.trouble(workspace, 1L << 30, SessionPhrases.english()))
                .isEmpty();
    }

    @Test
    void ofAPipeNobodyKnowsHowItEnded() throws Exception {
        StateGlance before = StateGlance.at(workspace);
        assertThat(after("terraform apply | tail -1", 0, before)).isEmpty();
        assertThat(after("terraform destroy -auto-approve; true", 0, before)).isEmpty();
        assertThat(after("terraform init || true", 0, before)).isEmpty();
        assertThat(after("echo yes | terraform apply", 0, before)).contains("There was nothing to change.");
    }

    @Test
    void whatSeveralDidTogetherIsToldOnce() {
        assertThat(after(
                        "terraform destroy -auto-approve && terraform apply -auto-approve",
                        0,
                        StateGlance.at(workspace)))
                .isEqualTo("There was nothing to change. The state lists 0, as before.");
    }

    @Test
    void anImportThatFailedIsExplained() {
        assertThat(after("terraform import aws_kinesis_stream.s legacy-order", 1, StateGlance.at(workspace)))
                .contains("Nothing was imported");
    }

    private void initialise() throws Exception {
        Files.writeString(workspace.resolve(".terraform.lock.hcl"), "");
    }

    private String before(String line) {
        return text(explanations.before(line, null, StateGlance.at(workspace), WIDE));
    }

    private String after(String line, int exit, StateGlance before) {
        AfterApply apply =
                new AfterApply(before, StateGlance.at(workspace), Optional.of(List.of()), SessionPhrases.english());
        return text(explanations.after(line, exit, Duration.ofSeconds(30), apply, WIDE));
    }

    private static String text(List<Line> lines) {
        return lines.stream().map(Line::text).collect(Collectors.joining("\n"));
    }
}
