package dev.plumbline.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class ForegroundTest {
    private static final Map<String, String> ENVIRONMENT =
            Map.of("PATH", System.getenv().getOrDefault("PATH", "/usr/bin:/bin"));

    /** Writes down which signals it gets; as Terraform does, it takes a moment to end. */
    private static final String SLOW =
            """
            trap 'echo INT >> signals; sleep 0.5; echo written > state; exit' INT
            trap 'echo TERM >> signals' TERM
            trap 'echo HUP >> signals; exit' HUP
            echo $$ > pid
            mv pid ready
            while :; do sleep 0.05; done
            """;

    private final BlockingQueue<Event> events = new LinkedBlockingQueue<>();
    private final Path folder;

    ForegroundTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void whoIsEndedWithTheSessionGetsOneCtrlCAndTheTimeToWriteWhatItKnows() throws Exception {
        Files.writeString(folder.resolve("slow"), SLOW);
        Foreground foreground = new Foreground(ENVIRONMENT, events::add);
        foreground.start("true && sh slow; true", folder);
        long pid = pidOnceReady();
        foreground.close();
        assertThat(folder.resolve("signals")).hasContent("INT");
        assertThat(folder.resolve("state")).hasContent("written");
        assertThat(ProcessHandle.of(pid).filter(ProcessHandle::isAlive)).isEmpty();
    }

    @Test
    void theHangupOfAWindowDoesNotReachIt() throws Exception {
        try (Foreground foreground = new Foreground(ENVIRONMENT, events::add)) {
            foreground.start("kill -HUP $$ && echo here > still", folder);
            assertThat(event()).isInstanceOf(Event.CommandEnded.class);
            assertThat(folder.resolve("still")).hasContent("here");
        }
    }

    @Test
    void nothingIsStartedOnceItIsClosed() throws Exception {
        Foreground foreground = new Foreground(ENVIRONMENT, events::add);
        foreground.close();
        foreground.start("touch started", folder);
        assertThat(event()).isInstanceOfSatisfying(Event.CommandEnded.class, ended -> assertThat(ended.exit())
                .isEqualTo(130));
        assertThat(folder.resolve("started")).doesNotExist();
    }

    @Test
    void aBugOfOursEndsTheCommandAsWell() throws Exception {
        try (Foreground foreground = new Foreground(Map.of("NO=NAME", ""), events::add)) {
            foreground.start("true", folder);
            assertThat(event()).isInstanceOf(Event.Crashed.class);
            assertThat(event()).isInstanceOf(Event.CommandEnded.class);
            assertThat(foreground.isRunning()).isFalse();
        }
    }

    private Event event() throws InterruptedException {
        return Objects.requireNonNull(events.poll(30, TimeUnit.SECONDS), "nothing happened");
    }

    private long pidOnceReady() throws Exception {
        Path ready = folder.resolve("ready");
        while (!Files.exists(ready)) {
            Thread.onSpinWait();
        }
        return Long.parseLong(Files.readString(ready).strip());
    }
}
