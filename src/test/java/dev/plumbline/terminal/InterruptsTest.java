package dev.plumbline.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class InterruptsTest {
    @Test
    @Timeout(60)
    void theProgramGoesOnAndKnowsOfIt() throws Exception {
        try (Interrupts interrupts = Interrupts.held()) {
            assertThat(interrupts.heard()).isFalse();
            String pid = String.valueOf(ProcessHandle.current().pid());
            assertThat(new ProcessBuilder("sh", "-c", "kill -INT " + pid)
                            .start()
                            .waitFor())
                    .isZero();
            while (!interrupts.heard()) {
                Thread.onSpinWait();
            }
        }
    }
}
