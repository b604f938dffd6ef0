package dev.plumbline.pty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What the pseudo-terminal sees of a program that leaves it badly: the tests of the session rely on it. */
@Timeout(60)
class PtyProgramTest {
    private static final Duration SOON = Duration.ofSeconds(30);

    private final Path directory;

    PtyProgramTest(@TempDir Path directory) {
        this.directory = directory;
    }

    @BeforeEach
    void aSystemWithPseudoTerminals() {
        assumeTrue(PtyProgram.possible(), "pseudo-terminals need Linux and setsid");
    }

    @Test
    void modesThatAreLeftBehindAreSeenAfterTheEnd() throws Exception {
        try (PtyProgram program = start("stty -echo raw; exit 3")) {
            assertThat(program.exit(SOON)).isEqualTo(3);
            assertThat(program.running()).isFalse();
            assertThat(program.modesRestored()).isFalse();
        }
    }

    @Test
    void whatIsWrittenLastIsRead() throws Exception {
        try (PtyProgram program =
                start("i=0; while [ $i -lt 5000 ]; do echo line $i; i=$((i + 1)); done; printf last")) {
            program.exit(SOON);
            assertThat(program.screen().raw()).contains("line 0\r\n").endsWith("line 4999\r\nlast");
            assertThat(program.modesRestored()).isTrue();
        }
    }

    @Test
    void aForbiddenTextIsFoundThoughItsBeginningIsForgotten() throws Exception {
        try (PtyProgram program = start("read go; echo a bug; head -c 6000000 /dev/zero | tr '\\0' x; read end")) {
            program.screen().forbid(List.of("a bug", "no such thing"));
            program.enter("go");
            program.enter("end");
            program.exit(SOON);
            assertThat(program.screen().forbidden()).containsExactly("a bug");
            assertThat(program.screen().raw()).doesNotContain("a bug").hasSizeLessThan(5_000_000);
        }
    }

    @Test
    void keysAndSignalsReachTheProgram() throws Exception {
        try (PtyProgram program = start("trap 'echo interrupted; exit 7' INT; echo ready; while :; do sleep 1; done")) {
            program.await("ready", SOON);
            program.type("\u0003");
            assertThat(program.exit(SOON)).isEqualTo(7);
        }
        try (PtyProgram program = start("trap 'echo hung up; exit 8' HUP; echo ready; while :; do sleep 1; done")) {
            program.await("ready", SOON);
            program.hangup();
            assertThat(program.exit(SOON)).isEqualTo(8);
        }
    }

    private PtyProgram start(String script) throws IOException {
        return PtyProgram.start(80, 24, directory, LabProgram.environment(), List.of("/bin/sh", "-c", script));
    }
}
