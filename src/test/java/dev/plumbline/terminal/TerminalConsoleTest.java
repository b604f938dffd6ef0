package dev.plumbline.terminal;

import dev.plumbline.text.SessionPhrases;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jline.reader.impl.completer.NullCompleter;
import org.jline.terminal.Size;
import org.jline.terminal.impl.LineDisciplineTerminal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class TerminalConsoleTest {
    private final BlockingQueue<Event> events = new LinkedBlockingQueue<>();

    /** JLine interrupts the thread that reads at Ctrl-C; where the line has just ended, that comes when nothing is read. */
    @Test
    void anInterruptAfterTheEndOfALineLeavesAReaderForTheNext(@TempDir Path home) throws Exception {
        LineDisciplineTerminal terminal = new LineDisciplineTerminal(
                "test", "xterm-256color", OutputStream.nullOutputStream(), StandardCharsets.UTF_8);
        terminal.setSize(new Size(80, 24));
        try (TerminalConsole console = new TerminalConsole(
                terminal,
                SessionPhrases.english(),
                Map.of(),
                NullCompleter.INSTANCE,
                home.resolve("history"),
                events::add)) {
            for (int i = 0; i < 20; i++) {
                console.prompt("lab › ");
                terminal.processInputBytes("line\r".getBytes(StandardCharsets.UTF_8));
                answer(); // the line, or that it was given up: the interrupt may have met this one
                console.promptClosed();
                keys().interrupt();
            }
            terminal.processInputBytes("\u0015last\r".getBytes(StandardCharsets.UTF_8));
            Event answer = new Event.LineAbandoned();
            while (!answer.equals(new Event.Typed("last"))) {
                console.promptClosed();
                console.prompt("lab › ");
                answer = answer();
            }
        }
    }

    private Event answer() throws InterruptedException {
        Event event = events.poll(30, TimeUnit.SECONDS);
        while (event instanceof Event.Resized) {
            event = events.poll(30, TimeUnit.SECONDS);
        }
        return Objects.requireNonNull(event, "nobody reads any more");
    }

    private static Thread keys() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().equals("keys"))
                .filter(thread ->
                        thread.getThreadGroup() == Thread.currentThread().getThreadGroup())
                .findFirst()
                .orElseThrow();
    }
}
