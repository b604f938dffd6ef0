package dev.plumbline.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.pty.Screen;
import dev.plumbline.text.Line;
import dev.plumbline.text.Look;
import dev.plumbline.text.Painter;
import dev.plumbline.text.SessionPhrases;
import java.io.IOError;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jline.reader.impl.completer.NullCompleter;
import org.jline.terminal.Attributes;
import org.jline.terminal.Size;
import org.jline.terminal.Terminal;
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
        LineDisciplineTerminal terminal = terminal();
        try (TerminalConsole console = console(terminal, home)) {
            for (int i = 0; i < 20; i++) {
                console.prompt("lab › ");
                terminal.processInputBytes("line\r".getBytes(StandardCharsets.UTF_8));
                answer(); // the line, or that it was given up: the interrupt may have met this one
                console.promptClosed();
                console.keys().interrupt();
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

    /** JLine closes the terminal when a window is closed or the program is ended; whatever the session still wants of it then, it is told once. */
    @Test
    void aTerminalThatIsGoneIsToldOfOnceAndIsNoError(@TempDir Path home) throws Exception {
        LineDisciplineTerminal terminal = terminal();
        TerminalConsole console = console(terminal, home);
        terminal.close();
        console.lend();
        console.takeBack(false);
        console.print(List.of(Line.of("kept")));
        console.panel((phrases, columns, rows) -> List.of(Line.of("panel")));
        console.page(List.of(Line.of("text")));
        assertThat(console.rows()).isPositive();
        assertThat(console.look().width()).isPositive();
        console.close();
        assertThat(events).containsExactly(new Event.TerminalGone());
    }

    /** A terminal may be gone without a signal: then its modes cannot be set, and JLine throws an error. */
    @Test
    void aTerminalThatIsGoneWithoutAWordIsToldOfOnceToo(@TempDir Path home) throws Exception {
        Vanishing terminal = new Vanishing();
        TerminalConsole console = console(terminal, home);
        terminal.gone = true;
        console.page(Collections.nCopies(100, Line.of("more than a screen")));
        console.lend();
        console.takeBack(false);
        console.close();
        assertThat(events).containsExactly(new Event.TerminalGone());
    }

    /** What a full-screen program leaves on that was killed, or that has a bug. */
    @Test
    void whatACommandHasLeftOnIsUndoneAndTheScreenIsAsBefore(@TempDir Path home) throws Exception {
        Screen screen = new Screen(40, 10);
        LineDisciplineTerminal terminal = on(screen);
        TerminalConsole console = console(terminal, home);
        console.print(List.of(Line.of("above"), Line.of("$ vim")));
        console.lend();
        show(screen, "\u001b[?1049h\u001b[H\u001b[2Jeditor\u001b[3;5r\u001b[?25l\u001b[?1002h\u001b[?1006h\u001b(0");
        console.takeBack(true);
        console.print(List.of(Line.of("below qqq")));
        assertThat(screen.text()).isEqualTo("above\n$ vim\nbelow qqq\n");
        assertThat(screen.raw()).contains("\u001b[?1002l", "\u001b[?1006l", "\u001b[?25h", "\u001b[r");
        console.close();
        assertThat(screen.text()).isEqualTo("above\n$ vim\nbelow qqq\n");
    }

    @Test
    void whereACommandHasLeftNothingOnNothingMoves(@TempDir Path home) throws Exception {
        Screen screen = new Screen(40, 10);
        TerminalConsole console = console(on(screen), home);
        console.lend();
        show(screen, "\u001b[?1049heditor\u001b[?1049l");
        console.takeBack(false);
        console.print(List.of(Line.of("one"), Line.of("two")));
        console.lend();
        show(screen, "out\r\nno end");
        console.takeBack(false);
        console.print(List.of(Line.of("three")));
        console.takeBack(true);
        console.print(List.of(Line.of("four")));
        assertThat(screen.text()).isEqualTo("one\ntwo\nout\nno end\nthree\nfour\n");
        console.close();
    }

    private static void show(Screen screen, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        screen.write(bytes, bytes.length);
    }

    private static LineDisciplineTerminal on(Screen screen) throws IOException {
        LineDisciplineTerminal terminal = new LineDisciplineTerminal(
                "test", "xterm-256color", SampleSession.into(screen), StandardCharsets.UTF_8);
        terminal.setSize(new Size(40, 10));
        return terminal;
    }

    /** Whoever reads without a limit holds what JLine needs to close the terminal. */
    @Test
    void thePagerHearsThatTheProgramIsBeingEnded() throws Exception {
        LineDisciplineTerminal terminal = terminal();
        AtomicBoolean abandoned = new AtomicBoolean();
        Pager pager = new Pager(terminal, SessionPhrases.english(), abandoned::get);
        List<Line> text = Collections.nCopies(100, Line.of("more than a screen"));
        Thread reader = new Thread(() -> pager.show(text, new Painter(Look.PLAIN)), "reader");
        reader.setDaemon(true);
        reader.start();
        while (reader.getState() != Thread.State.TIMED_WAITING) {
            assertThat(reader.getState()).isNotEqualTo(Thread.State.TERMINATED);
            Thread.onSpinWait();
        }
        abandoned.set(true);
        reader.join();
        assertThat(reader.isAlive()).isFalse();
    }

    @Test
    void whoReadsEndsWithTheConsole(@TempDir Path home) throws Exception {
        LineDisciplineTerminal terminal = terminal();
        TerminalConsole idle = console(terminal, home);
        idle.close();
        idle.keys().join();
        LineDisciplineTerminal another = terminal();
        TerminalConsole reading = console(another, home);
        reading.prompt("lab › ");
        reading.close();
        reading.keys().join();
        assertThat(reading.keys().isAlive()).isFalse();
    }

    @Test
    void aViewThatCrashesIsToldOfOnceAndALineCanBeTyped(@TempDir Path home) throws Exception {
        LineDisciplineTerminal terminal = terminal();
        try (TerminalConsole console = console(terminal, home)) {
            console.panel((phrases, columns, rows) -> {
                throw new IllegalStateException("a view with a bug");
            });
            console.prompt("lab › ");
            assertThat(answer()).isInstanceOf(Event.Crashed.class);
            terminal.processInputBytes("a line\r".getBytes(StandardCharsets.UTF_8));
            assertThat(answer()).isEqualTo(new Event.Typed("a line"));
        }
    }

    private static final class Vanishing extends LineDisciplineTerminal {
        private volatile boolean gone;

        Vanishing() throws IOException {
            super("test", "xterm-256color", OutputStream.nullOutputStream(), StandardCharsets.UTF_8);
            setSize(new Size(80, 24));
        }

        @Override
        public void setAttributes(Attributes attributes) {
            if (gone) {
                throw new IOError(new IOException("Input/output error"));
            }
            super.setAttributes(attributes);
        }
    }

    /** As where a large paste meets a terminal that holds only so much of it. */
    @Test
    void aPasteWhoseEndIsLostEndsByItselfAndTheLineGoesOn(@TempDir Path home) throws Exception {
        LineDisciplineTerminal terminal = terminal();
        try (TerminalConsole console = console(terminal, home)) {
            console.prompt("lab › ");
            terminal.processInputBytes("\u001b[200~pasted".getBytes(StandardCharsets.UTF_8));
            Event ended = null;
            while (ended == null || ended instanceof Event.Resized) {
                // Longer than the pause that ends a paste: what comes behind it is typed.
                ended = events.poll(5, TimeUnit.SECONDS);
                terminal.processInputBytes("\r".getBytes(StandardCharsets.UTF_8));
            }
            assertThat(ended).isInstanceOf(Event.Typed.class);
            assertThat(((Event.Typed) ended).line()).startsWith("pasted");
        }
    }

    @Test
    void ctrlCEndsAPasteWhoseEndIsLost(@TempDir Path home) throws Exception {
        LineDisciplineTerminal terminal = terminal();
        try (TerminalConsole console = console(terminal, home)) {
            console.prompt("lab › ");
            terminal.processInputBytes("\u001b[200~pasted".getBytes(StandardCharsets.UTF_8));
            while (!isPasting(console.keys())) {
                Thread.onSpinWait();
            }
            terminal.raise(Terminal.Signal.INT);
            assertThat(answer()).isEqualTo(new Event.LineAbandoned());
        }
    }

    private static boolean isPasting(Thread reading) {
        return Arrays.stream(reading.getStackTrace())
                .anyMatch(frame -> frame.getMethodName().equals("doReadStringUntil"));
    }

    @Test
    void aPasteIsTakenWholeWithoutItsMarks(@TempDir Path home) throws Exception {
        LineDisciplineTerminal terminal = terminal();
        try (TerminalConsole console = console(terminal, home)) {
            console.prompt("lab › ");
            terminal.processInputBytes(
                    "\u001b[200~echo 日本 🙂 \u001b[A\u001b[201~ typed\r".getBytes(StandardCharsets.UTF_8));
            assertThat(answer()).isEqualTo(new Event.Typed("echo 日本 🙂 \u001b[A typed"));
        }
    }

    private static LineDisciplineTerminal terminal() throws IOException {
        LineDisciplineTerminal terminal = new LineDisciplineTerminal(
                "test", "xterm-256color", OutputStream.nullOutputStream(), StandardCharsets.UTF_8);
        terminal.setSize(new Size(80, 24));
        return terminal;
    }

    private TerminalConsole console(LineDisciplineTerminal terminal, Path home) throws IOException {
        return new TerminalConsole(
                terminal,
                SessionPhrases.english(),
                Map.of(),
                NullCompleter.INSTANCE,
                home.resolve("history"),
                events::add);
    }

    private Event answer() throws InterruptedException {
        Event event = events.poll(30, TimeUnit.SECONDS);
        while (event instanceof Event.Resized) {
            event = events.poll(30, TimeUnit.SECONDS);
        }
        return Objects.requireNonNull(event, "nobody reads any more");
    }
}
