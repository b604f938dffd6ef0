package dev.plumbline.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.text.Line;
import dev.plumbline.text.SessionPhrases;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
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
        Files.writeString(workspace.resolve(".terraform.lock.hcl"), "");
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
        assertThat(text(explanations.before("terraform init && terraform apply", null, WIDE)))
                .contains("at least 20 seconds");
        assertThat(explanations.before("echo terraform apply", null, WIDE)).isEmpty();
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
