package dev.plumbline.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.engine.link.PrivateFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** The daemon's process, when whoever starts it is killed before it says that it is there. */
@Timeout(60)
@DisabledOnOs(OS.WINDOWS)
class EngineDaemonTest {
    private final Path home = Files.createTempDirectory(Path.of("/tmp"), "ed"); // short enough for a socket's name

    EngineDaemonTest() throws IOException {}

    @AfterEach
    void remove() throws IOException {
        Folders.delete(home);
    }

    @Test
    void endsWithItsStarter() throws Exception {
        Process starter = new ProcessBuilder("sleep", "60").start();
        Process daemon = daemonOf(starter.pid());
        try {
            while (!Files.exists(home.resolve("d").resolve("engine"))) {
                assertThat(daemon.waitFor(10, TimeUnit.MILLISECONDS)).isFalse();
            }

            starter.destroyForcibly(); // SIGKILL

            assertThat(daemon.waitFor(5, TimeUnit.SECONDS)).isTrue();
            assertThat(daemon.exitValue()).isZero();
        } finally {
            starter.destroyForcibly();
            daemon.destroyForcibly();
        }
    }

    @Test
    void doesNotStayForAStarterThatIsDeadAlready() throws Exception {
        Process starter = new ProcessBuilder("true").start();
        starter.waitFor();

        Process daemon = daemonOf(starter.pid());
        try {
            // Less than it waits for a first guest, enough for a JVM on a busy machine to start and end.
            assertThat(daemon.waitFor(15, TimeUnit.SECONDS)).isTrue();
        } finally {
            daemon.destroyForcibly();
        }
    }

    private Process daemonOf(long starter) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        EngineDaemon.class.getName(),
                        home.toString(),
                        PrivateFolder.create(home.resolve("d")).toString(),
                        home.resolve("cache").toString(),
                        "1",
                        Long.toString(starter))
                .inheritIO()
                .start();
    }
}
