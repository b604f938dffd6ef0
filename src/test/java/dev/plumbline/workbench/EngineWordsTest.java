package dev.plumbline.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.engine.EngineStatus;
import java.util.List;
import org.junit.jupiter.api.Test;

class EngineWordsTest {
    private static final EngineStatus IDLE = new EngineStatus(
            77, "build", 12, 288, 0, List.of(new EngineStatus.Provider(78, "5.100.0", false, 518L << 20, 1)));
    private static final EngineStatus BUSY = new EngineStatus(
            80,
            "build",
            0,
            -1,
            2,
            List.of(
                    new EngineStatus.Provider(81, "5.100.0", true, 600L << 20, 40),
                    new EngineStatus.Provider(82, "5.100.0", false, -1, 2)));

    @Test
    void saysWhatRunsAndWhenItEnds() {
        assertThat(EngineWords.running(List.of())).isEqualTo("none; the first check that plans starts one");
        assertThat(EngineWords.running(List.of(IDLE)))
                .isEqualTo("engine 77 keeps provider 5.100.0 (process 78, 518 MB, 1 run); unused for 12 s, ends by"
                        + " itself in 4 min or with lab doctor --stop");
        assertThat(EngineWords.running(List.of(IDLE, BUSY)))
                .endsWith("; engine 80 keeps provider 5.100.0 (process 81, 600 MB, 40 runs, working now), provider"
                        + " 5.100.0 (process 82, 2 runs); used by 2 commands or sessions");
    }

    @Test
    void saysWhatStoppingDid() {
        assertThat(EngineWords.stopped(0, List.of())).isEqualTo("No warm engine was running.");
        assertThat(EngineWords.stopped(1, List.of())).isEqualTo("1 warm engine ended.");
        assertThat(EngineWords.stopped(0, List.of(BUSY)))
                .startsWith("No warm engine was ended. Still there, because it is in use: engine 80");
    }
}
