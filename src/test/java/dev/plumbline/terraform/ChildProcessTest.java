package dev.plumbline.terraform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@DisabledOnOs(OS.WINDOWS)
class ChildProcessTest {
    private static final Duration LONG = Duration.ofMinutes(1);
    private static final Map<String, String> PATH = Map.of("PATH", "/usr/bin:/bin");

    @TempDir
    private Path folder = Path.of(".");

    private CommandResult sh(String script, Duration limit, Cancellation cancellation) throws Exception {
        return ChildProcess.run(List.of("sh", "-c", script), folder, PATH, limit, cancellation);
    }

    @Test
    void outputErrorsCodeAndEnvironmentAreExactlyTheChilds() throws Exception {
        CommandResult result = sh(
                "echo out; echo err >&2; env | cut -d= -f1 | sort | tr '\\n' ' '; cat; exit 7",
                LONG,
                new Cancellation());
        assertThat(result.exited(7)).isTrue();
        assertThat(result.errors()).isEqualTo("err\n");
        // The shell itself adds PWD and, some of them, _ and SHLVL: nothing of ours comes along.
        assertThat(result.output().lines().skip(1).findFirst().orElse("").replaceAll("\\b(PWD|_|SHLVL|OLDPWD) ", ""))
                .isEqualTo("PATH ");
    }

    @Test
    void pastItsLimitAChildIsAskedByInterrupt() throws Exception {
        CommandResult result = sh(
                "trap 'echo told; exit 0' INT; echo begun; while :; do sleep 0.05; done",
                Duration.ofMillis(500),
                new Cancellation());
        assertThat(result.outcome()).isEqualTo(CommandResult.Outcome.TIMED_OUT);
        assertThat(result.exitCode()).isEqualTo(-1);
        assertThat(result.output()).contains("begun").contains("told");
    }

    @Test
    void aChildThatCannotBeAskedIsEndedTheHardWay() throws Exception {
        CommandResult result =
                sh("trap '' INT TERM; while :; do sleep 0.05; done", Duration.ofMillis(200), new Cancellation());
        assertThat(result.outcome()).isEqualTo(CommandResult.Outcome.TIMED_OUT);
        assertThat(result.elapsed()).isLessThan(Duration.ofSeconds(50));
    }

    @Test
    void aCancellationEndsItAndOneThrownBeforehandToo() throws Exception {
        Cancellation before = new Cancellation();
        before.cancel();
        assertThat(sh("sleep 60", LONG, before).outcome()).isEqualTo(CommandResult.Outcome.CANCELLED);

        Cancellation during = new Cancellation();
        Path begun = folder.resolve("begun");
        Thread canceller = new Thread(() -> {
            while (!Files.exists(begun)) {
                Thread.onSpinWait();
            }
            during.cancel();
        });
        canceller.setDaemon(true);
        canceller.start();
        assertThat(sh("touch begun; sleep 60", LONG, during).outcome()).isEqualTo(CommandResult.Outcome.CANCELLED);
    }

    @Test
    void moreOutputThanTheCapEndsIt() throws Exception {
        CommandResult result = sh("yes plumbline", LONG, new Cancellation());
        assertThat(result.outcome()).isEqualTo(CommandResult.Outcome.TOO_MUCH_OUTPUT);
        assertThat(result.output().length()).isLessThanOrEqualTo(ChildProcess.OUTPUT_CAP);
    }

    @Test
    void aProgramThatIsNotThereIsAnIoException() {
        assertThatThrownBy(() -> ChildProcess.run(List.of("/no/such/program"), folder, PATH, LONG, new Cancellation()))
                .isInstanceOf(IOException.class);
    }
}
