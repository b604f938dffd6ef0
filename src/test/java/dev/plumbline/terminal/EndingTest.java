package dev.plumbline.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class EndingTest {
    @Test
    @Timeout(60)
    void whoIsDeafToSignalsIsEndedByForceAndSoIsWhatItStarted() throws Exception {
        String deaf = "trap '' INT TERM; sh -c 'echo $$; while :; do sleep 1000; done'; true";
        Process shell = new ProcessBuilder("sh", "-c", deaf).start();
        try (BufferedReader out = shell.inputReader()) {
            long child = Long.parseLong(out.readLine());
            List<ProcessHandle> all = shell.descendants().toList();
            assertThat(all).extracting(ProcessHandle::pid).contains(child);
            Ending.of(shell, Duration.ofMillis(100));
            assertThat(shell.waitFor()).isNotZero();
            for (ProcessHandle one : all) {
                one.onExit().join();
            }
        }
    }
}
