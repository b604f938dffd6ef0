package dev.plumbline.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

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
            Ending.of(shell);
            assertThat(shell.waitFor()).isNotZero();
            for (ProcessHandle one : all) {
                one.onExit().join();
            }
        }
    }

    /** An editor heeds no Ctrl-C; Terraform needs its time for what it knows, whatever started it. */
    @Test
    @Timeout(60)
    void onlyTerraformIsGivenALongTime(@TempDir Path folder) throws Exception {
        String slow =
                """
                trap 'trap "" INT; sleep 3; echo written > state; exit' INT
                echo ready
                while :; do sleep 0.1; done
                """;
        Files.writeString(folder.resolve("terraform"), slow);
        Files.writeString(folder.resolve("editor"), slow.replace("state", "text"));
        end(folder, "sh ./terraform; true");
        end(folder, "sh ./editor; true");
        assertThat(folder.resolve("state")).exists();
        assertThat(folder.resolve("text")).doesNotExist();
    }

    private static void end(Path folder, String line) throws Exception {
        Process shell =
                new ProcessBuilder("sh", "-c", line).directory(folder.toFile()).start();
        try (BufferedReader out = shell.inputReader()) {
            assertThat(out.readLine()).isEqualTo("ready");
            Ending.of(shell);
        }
    }
}
