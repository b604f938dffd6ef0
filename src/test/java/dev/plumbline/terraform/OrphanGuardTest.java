package dev.plumbline.terraform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class OrphanGuardTest {
    private final Path folder;

    OrphanGuardTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void aRunEndsWithAProcessThatIsKilledWithoutWarning() throws Exception {
        ProcessHandle run = orphanOf("trap 'exit 0' INT; echo $$ >\"$0.pid\"; while :; do sleep 0.1; done");

        run.onExit().get(5, TimeUnit.SECONDS);
    }

    @Test
    void oneThatIgnoresItsSignalsIsKilledWithItsChildren() throws Exception {
        ProcessHandle run =
                orphanOf("trap '' INT; sleep 300 & echo $! >\"$0.child\"; echo $$ >\"$0.pid\"; while :; do wait; done");
        ProcessHandle child =
                ProcessHandle.of(number(folder.resolve("run.child"))).orElseThrow();

        run.onExit().get(5, TimeUnit.SECONDS);
        child.onExit().get(5, TimeUnit.SECONDS);
    }

    @Test
    void oneThatNobodyGuardsYetDoesNotBegin() throws Exception {
        assumeTrue(Files.isExecutable(Path.of("/bin/sh")), "no shell");
        Process run = new ProcessBuilder(OrphanGuard.gated(List.of("/bin/sh", "-c", "touch begun")))
                .directory(folder.toFile())
                .start();

        run.getOutputStream().close(); // as when we are killed between starting it and guarding it

        assertThat(run.waitFor()).isEqualTo(125);
        assertThat(folder.resolve("begun")).doesNotExist();
    }

    @Test
    void whatHasEndedIsNotTouchedAgain() throws Exception {
        CommandResult result = ChildProcess.run(
                List.of("/bin/sh", "-c", "exit 3"), folder, Map.of(), Duration.ofSeconds(30), new Cancellation());
        assertThat(result.exited(3)).isTrue();
    }

    private ProcessHandle orphanOf(String script) throws Exception {
        assumeTrue(Files.isExecutable(Path.of("/bin/sh")), "no shell");
        Path run = folder.resolve("run");
        Files.writeString(run, script);
        List<String> words = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                Owner.class.getName(),
                run.toString()));
        Process owner = new ProcessBuilder(words).inheritIO().start();
        Path pid = folder.resolve("run.pid");
        Path guarded = folder.resolve("run.guarded");
        while (!Files.exists(guarded) || !Files.exists(pid) || Files.size(pid) == 0) {
            assertThat(owner.waitFor(20, TimeUnit.MILLISECONDS)).isFalse();
        }
        ProcessHandle handle = ProcessHandle.of(number(pid)).orElseThrow();
        owner.destroyForcibly(); // SIGKILL
        return handle;
    }

    private static long number(Path file) throws Exception {
        return Long.parseLong(Files.readString(file).strip());
    }

    /** A program that runs a script as the product runs Terraform. */
    static final class Owner {
        private Owner() {}

        public static void main(String[] args) throws Exception {
            Path script = Path.of(args[0]);
            Thread run = new Thread(() -> run(script));
            run.start();
            while (OrphanGuard.watched() == 0) {
                run.join(5);
            }
            Files.createFile(script.resolveSibling("run.guarded"));
            run.join();
        }

        private static void run(Path script) {
            try {
                var unused = ChildProcess.run(
                        List.of("/bin/sh", script.toString()),
                        script.resolveSibling("."),
                        Map.of("PATH", System.getenv("PATH")),
                        Duration.ofMinutes(5),
                        new Cancellation());
            } catch (IOException | InterruptedException ended) {
                throw new IllegalStateException(ended);
            }
        }
    }
}
