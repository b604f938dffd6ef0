package dev.plumbline.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WatchedProcessTest {
    @TempDir
    @SuppressWarnings("NullAway.Init")
    Path folder;

    @Test
    void saysItsFirstLineAndItsNumberAndSeesOnlyItsEnvironment() throws Exception {
        WatchedProcess process = start("echo \"$WORD $HOME\"; exec sleep 60", Map.of("WORD", "hello"));
        try {
            assertThat(process.firstLine().get(30, TimeUnit.SECONDS)).isEqualTo("hello ");
            long pid = process.pid().get(30, TimeUnit.SECONDS);
            assertThat(ProcessHandle.of(pid))
                    .hasValueSatisfying(child -> assertThat(child.isAlive()).isTrue());
        } finally {
            process.end();
        }
    }

    @Test
    void endingItKillsItWhateverItIgnores() throws Exception {
        WatchedProcess process = start("trap '' TERM INT HUP; echo ready; while :; do sleep 1; done", Map.of());
        process.firstLine().get(30, TimeUnit.SECONDS);

        process.end();

        process.ended().get(30, TimeUnit.SECONDS);
    }

    @Test
    void itsOwnEndIsNoticedWithItsLastWords() throws Exception {
        WatchedProcess process = start("echo first; echo 'no memory' >&2; exit 3", Map.of());

        process.ended().get(30, TimeUnit.SECONDS);

        assertThat(process.firstLine().get()).isEqualTo("first");
        assertThat(process.lastError()).isIn("no memory", "");
    }

    @Test
    void oneThatEndsWithoutAWordSaysSo() throws Exception {
        WatchedProcess process = start("exit 0", Map.of());

        assertThatThrownBy(() -> process.firstLine().get(30, TimeUnit.SECONDS))
                .isInstanceOf(ExecutionException.class)
                .hasMessageContaining("ended without a word");
    }

    @Test
    void itDiesWithAProcessThatIsKilledWithoutWarning() throws Exception {
        Path child = script("echo child $$; exec sleep 300");
        ProcessBuilder owner = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                System.getProperty("java.class.path"),
                Owner.class.getName(),
                child.toString(),
                folder.toString());
        Process process = owner.redirectErrorStream(true).start();
        long pid = Long.parseLong(process.inputReader().readLine());
        ProcessHandle provider = ProcessHandle.of(pid).orElseThrow();

        process.destroyForcibly(); // SIGKILL

        provider.onExit().get(5, TimeUnit.SECONDS);
        assertThat(provider.isAlive()).isFalse();
    }

    private WatchedProcess start(String script, Map<String, String> environment) throws IOException {
        return WatchedProcess.start(script(script), environment, folder, "test");
    }

    private Path script(String text) throws IOException {
        Path file = folder.resolve("program");
        Files.writeString(file, "#!/bin/sh\n" + text + "\n");
        return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
    }

    /** A program that owns a process and prints its number. */
    static final class Owner {
        private Owner() {}

        public static void main(String[] args) throws Exception {
            WatchedProcess process = WatchedProcess.start(Path.of(args[0]), Map.of(), Path.of(args[1]), "owned");
            process.firstLine().get(30, TimeUnit.SECONDS);
            System.out.println(process.pid().get());
            process.ended().join();
        }
    }
}
