package dev.plumbline.terminal;

import dev.plumbline.terminal.markdown.Markdown;
import dev.plumbline.text.Line;
import dev.plumbline.text.Look;
import dev.plumbline.text.Painter;
import dev.plumbline.text.Phrases;
import dev.plumbline.workspace.Journal;
import java.io.BufferedReader;
import java.io.IOError;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jline.terminal.Terminal;
import org.jline.terminal.spi.SystemStream;
import org.jline.terminal.spi.TerminalProvider;
import org.jline.utils.Signals;

/**
 * Where a person sits: a terminal with a prompt and a panel, or plain lines in and out. One program has one; sessions on it
 * come one after the other.
 */
public final class Sitting {
    private final Phrases phrases;
    private final Map<String, String> environment;
    private final boolean plain;
    private final BufferedReader in;
    private final PrintWriter out;
    private final Set<Path> visited = new HashSet<>();
    private boolean opened;

    private Sitting(Phrases phrases, Map<String, String> environment, boolean plain) {
        this.phrases = phrases;
        this.environment = Map.copyOf(environment);
        this.plain = plain;
        this.in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        this.out = new PrintWriter(System.out, false, StandardCharsets.UTF_8);
    }

    /**
     * On standard input and output.
     *
     * @param environment the caller's, for what the terminal can show
     * @param plain lines only; a terminal that can do no more gets them anyway
     */
    public static Sitting here(Phrases phrases, Map<String, String> environment, boolean plain) {
        boolean dumb = environment.getOrDefault("TERM", "dumb").equals("dumb");
        return new Sitting(phrases, environment, plain || dumb || !isTerminal());
    }

    /** Whether standard input and output both are a terminal. */
    public static boolean isTerminal() {
        return isTerminal("jni").or(() -> isTerminal("exec")).orElse(false);
    }

    /** Asks in one of JLine's ways; nothing where that way is not to be had on this machine. */
    private static Optional<Boolean> isTerminal(String way) {
        try {
            TerminalProvider system = TerminalProvider.load(way);
            return Optional.of(system.isSystemStream(SystemStream.Input) && system.isSystemStream(SystemStream.Output));
        } catch (IOException | LinkageError notHere) {
            return Optional.empty();
        }
    }

    /**
     * One session, until the learner leaves it.
     *
     * @param first a command of the session that is as good as typed, or empty
     * @return where they want to go
     * @throws IOException if the terminal cannot be used after all
     */
    public Onward session(LabRun lab, String first) throws IOException, InterruptedException {
        // What the console finds and leaves behind: between two sessions, while a drill is prepared for instance,
        // Ctrl-C
        // ends what runs and not the program.
        Signals.register("INT", () -> {});
        CommandTable commands = Commands.table();
        WorkingDirectory directory =
                new WorkingDirectory(lab.workspace(), lab.environment().getOrDefault("HOME", ""));
        Journal journal = Journal.of(lab.workspace());
        Path history = lab.workspace().resolve(".plumbline").resolve("history");
        Session session;
        try {
            session = new Session(
                    lab,
                    phrases,
                    commands,
                    directory,
                    events -> open(lab, commands, directory, history, events),
                    Clock.systemUTC());
        } catch (UncheckedIOException noTerminal) {
            if (opened) {
                return new Onward.Out(); // it went while they were elsewhere: nobody is there any more
            }
            throw noTerminal.getCause();
        }
        opened = true;
        boolean back = !visited.add(lab.workspace());
        return session.run(look -> welcome(lab, first, back, journal, look), first);
    }

    /** Who came for one command is told about that alone. */
    private List<Line> welcome(LabRun lab, String first, boolean back, Journal journal, Look look) {
        if (!first.isEmpty()) {
            return List.of();
        }
        return back
                ? Welcome.back(lab, journal.progress(), phrases, look)
                : Welcome.lines(lab, journal.progress(), phrases, look);
    }

    /**
     * Shows a text, a screenful at a time where there is a screen.
     *
     * @param markdown what it says
     * @throws IOException if the terminal cannot be used after all
     */
    public void read(String markdown) throws IOException {
        if (plain) {
            out.print(new Painter(Look.of(environment, false, Look.NORMAL_WIDTH))
                    .paint(Markdown.render(markdown, Look.of(environment, false, Look.NORMAL_WIDTH))));
            out.flush();
            return;
        }
        try (Terminal terminal = TerminalConsole.terminal();
                TerminalGuard guard = TerminalGuard.of(terminal, () -> {})) {
            Look look = Look.of(environment, true, terminal.getWidth());
            new Pager(terminal, phrases, guard::abandoned).show(Markdown.render(markdown, look), new Painter(look));
        } catch (IOError gone) {
            return; // and with it who wanted to read
        }
    }

    private Console open(
            LabRun lab, CommandTable commands, WorkingDirectory directory, Path history, Consumer<Event> events) {
        if (plain) {
            return new PlainConsole(
                    in, out, phrases, Look.of(environment, false, Look.NORMAL_WIDTH), isTerminal(), events);
        }
        try {
            return TerminalConsole.open(
                    phrases, environment, new Completions(lab, commands, directory::current), history, events);
        } catch (IOException noTerminal) {
            throw new UncheckedIOException(noTerminal);
        }
    }
}
