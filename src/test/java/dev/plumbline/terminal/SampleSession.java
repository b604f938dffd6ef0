package dev.plumbline.terminal;

import dev.plumbline.pty.Screen;
import dev.plumbline.text.Look;
import dev.plumbline.text.Phrases;
import dev.plumbline.text.SessionPhrases;
import dev.plumbline.workspace.Journal;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jline.reader.impl.completer.NullCompleter;
import org.jline.terminal.Size;
import org.jline.terminal.impl.LineDisciplineTerminal;

/** A session on a sample lab, on an emulated screen or as plain lines. */
final class SampleSession {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-01-31T09:00:00Z"), ZoneOffset.UTC);
    private static final Duration SOON = Duration.ofMinutes(1);
    private static final Phrases PHRASES = SessionPhrases.english();

    private final LabRun lab;

    SampleSession(LabRun lab) {
        this.lab = lab;
    }

    /**
     * The screen once something is on it.
     *
     * @param keys what is typed after the first look
     * @param last what is waited for then
     */
    String screen(int columns, int rows, Map<String, String> environment, String keys, String last) throws Exception {
        Screen screen = new Screen(columns, rows);
        LineDisciplineTerminal terminal =
                new LineDisciplineTerminal("test", "xterm-256color", into(screen), StandardCharsets.UTF_8);
        terminal.setSize(new Size(columns, rows));
        Thread session = new Thread(() -> run(events -> console(terminal, environment, events)), "session");
        session.setDaemon(true);
        session.start();
        screen.awaitPicture(SampleSession::isOpen, "the whole answer", SOON);
        terminal.processInputBytes(keys.getBytes(StandardCharsets.UTF_8));
        screen.awaitPicture(text -> text.contains(last) && isOpen(text), last, SOON);
        String shown = environment.containsKey("NO_COLOR") ? screen.text() : screen.styled();
        terminal.processInputBytes("q\u0003\u0015quit\r".getBytes(StandardCharsets.UTF_8));
        session.join(SOON.toMillis());
        return shown;
    }

    /** The prompt is empty, and the panel stands below it with everything that is known. */
    private static boolean isOpen(String text) {
        return text.contains(" ›\n━━") && text.contains(" ms · AWS ") && text.contains("Next:");
    }

    private Console console(LineDisciplineTerminal terminal, Map<String, String> environment, Consumer<Event> events) {
        try {
            return new TerminalConsole(
                    terminal,
                    PHRASES,
                    environment,
                    NullCompleter.INSTANCE,
                    lab.workspace().resolve(".plumbline").resolve("history"),
                    events);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
    }

    /** Everything a plain session prints while these lines are typed, each after the answer to the one before. */
    String plain(String lines) {
        StringWriter shown = new StringWriter();
        BufferedReader in = new BufferedReader(new StringReader(lines + "quit\n"));
        PrintWriter out = new PrintWriter(shown);
        run(events -> new PatientConsole(new PlainConsole(in, out, PHRASES, Look.PLAIN, false, events)));
        return shown.toString();
    }

    /** Everything a plain session shows that is opened for one command. */
    String plainFor(String command, String lines) {
        StringWriter shown = new StringWriter();
        BufferedReader in = new BufferedReader(new StringReader(lines));
        PrintWriter out = new PrintWriter(shown);
        try {
            new Session(
                            lab,
                            PHRASES,
                            Commands.table(),
                            new WorkingDirectory(lab.workspace(), ""),
                            events -> new PlainConsole(in, out, PHRASES, Look.PLAIN, false, events),
                            CLOCK)
                    .run(look -> List.of(), command);
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        }
        return shown.toString();
    }

    /** Everything a session shows whose prompt is open while it works, as on a screen: lines do not wait for answers. */
    String recorded(String... lines) {
        List<RecordingConsole> consoles = new ArrayList<>();
        run(events -> {
            RecordingConsole console = new RecordingConsole(List.of(lines), events, false);
            consoles.add(console);
            return console;
        });
        return consoles.get(0).shown();
    }

    private void run(Function<Consumer<Event>, Console> opening) {
        try {
            new Session(lab, PHRASES, Commands.table(), new WorkingDirectory(lab.workspace(), ""), opening, CLOCK)
                    .run(shown -> Welcome.lines(lab, Journal.of(lab.workspace()).progress(), PHRASES, shown), "");
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        }
    }

    static OutputStream into(Screen screen) {
        return new OutputStream() {
            @Override
            public void write(int b) {
                write(new byte[] {(byte) b}, 0, 1);
            }

            @Override
            public void write(byte[] bytes, int from, int length) {
                screen.write(Arrays.copyOfRange(bytes, from, from + length), length);
            }
        };
    }
}
