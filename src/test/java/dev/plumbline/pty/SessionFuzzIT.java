package dev.plumbline.pty;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** A short turn of {@link SessionFuzz}; {@code .ci/fuzz SECONDS [SEED]} plays as long as wanted. */
@Execution(ExecutionMode.CONCURRENT)
class SessionFuzzIT {
    private static final Duration TURN = Duration.ofSeconds(25);

    @Test
    void randomKeysResizesAndSavesBreakNothing(@TempDir Path folder) throws Exception {
        assumeTrue(PtyProgram.possible(), "no pseudo-terminals, or no setsid");
        assumeTrue(LabProgram.packed(), "not packed yet");
        assertThat(SessionFuzz.run(4711, folder, TURN)).isGreaterThan(20);
    }
}
