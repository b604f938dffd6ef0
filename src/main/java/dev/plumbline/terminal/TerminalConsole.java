package dev.plumbline.terminal;

import dev.plumbline.text.Line;
import dev.plumbline.text.Look;
import dev.plumbline.text.Painter;
import dev.plumbline.text.Phrases;
import java.io.IOError;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.IntSupplier;
import org.jline.keymap.KeyMap;
import org.jline.reader.Binding;
import org.jline.reader.Completer;
import org.jline.reader.EndOfFileException;
import org.jline.reader.LineReader;
import org.jline.reader.Reference;
import org.jline.reader.UserInterruptException;
import org.jline.reader.impl.DefaultParser;
import org.jline.terminal.Terminal;
import org.jline.terminal.Terminal.Signal;
import org.jline.terminal.Terminal.SignalHandler;
import org.jline.terminal.TerminalBuilder;
import org.jline.utils.AttributedString;
import org.jline.utils.AttributedStringBuilder;

/** A real terminal: a prompt with editing, history and completion, and the panel below it. */
public final class TerminalConsole implements Console {
    private static final int NORMAL_ROWS = 24;

    /** Words that mark a line as holding a secret: it is not kept in the history. */
    private static final String SECRETS = "*SECRET*:*secret*:*PASSWORD*:*password*:*TOKEN*:*token*";

    private final Terminal terminal;
    private final TerminalGuard guard;
    private final PromptReader reader;
    private final Phrases phrases;
    private final Map<String, String> environment;
    private final Consumer<Event> events;
    private final SynchronousQueue<String> prompts = new SynchronousQueue<>();
    private final Pager pager;
    private final Thread keys = new Thread(this::readLines, "keys");
    private boolean open;
    private boolean gone;
    private volatile boolean closed;

    /**
     * Opens the terminal on standard input and output.
     *
     * @param history where lines are kept from session to session
     * @throws IOException if there is no terminal that can be used
     */
    public static TerminalConsole open(
            Phrases phrases, Map<String, String> environment, Completer completer, Path history, Consumer<Event> events)
            throws IOException {
        try {
            return new TerminalConsole(terminal(), phrases, environment, completer, history, events);
        } catch (IOError gone) {
            throw new IOException("there is no terminal any more", gone);
        }
    }

    /**
     * The terminal on standard input and output. Until somebody says what Ctrl-C does it does nothing: JLine would otherwise
     * let it end the program while one session follows another.
     */
    static Terminal terminal() throws IOException {
        try {
            Terminal terminal = TerminalBuilder.builder()
                    .system(true)
                    .dumb(false)
                    .graphemeCluster(false) // asking the terminal for it costs half a second
                    .signalHandler(signal -> {})
                    .build();
            terminal.handle(
                    Signal.TSTP, SignalHandler.SIG_DFL); // Ctrl-Z stops us with the command that runs, as in a shell
            terminal.handle(Signal.CONT, SignalHandler.SIG_DFL);
            return terminal;
        } catch (IllegalStateException none) {
            throw new IOException("there is no terminal that can be used", none);
        }
    }

    TerminalConsole(
            Terminal terminal,
            Phrases phrases,
            Map<String, String> environment,
            Completer completer,
            Path history,
            Consumer<Event> events)
            throws IOException {
        this.terminal = terminal;
        this.phrases = phrases;
        this.environment = environment;
        this.events = events;
        this.reader = new PromptReader(terminal, () -> events.accept(new Event.Resized()));
        this.guard = TerminalGuard.of(terminal, reader::freeze);
        this.pager = new Pager(terminal, phrases, guard::abandoned);
        reader.setCompleter(completer);
        reader.setHistory(new LineHistory(history));
        DefaultParser parser = new DefaultParser();
        parser.setEscapeChars(null);
        parser.setEofOnUnclosedQuote(false);
        reader.setParser(parser);
        reader.setVariable(LineReader.HISTORY_FILE, history);
        reader.setVariable(LineReader.HISTORY_IGNORE, SECRETS);
        reader.setVariable(LineReader.BELL_STYLE, "none");
        reader.setOpt(LineReader.Option.DISABLE_EVENT_EXPANSION);
        reader.setOpt(LineReader.Option.HISTORY_IGNORE_DUPS);
        reader.setOpt(LineReader.Option.AUTO_MENU);
        reader.unsetOpt(LineReader.Option.INSERT_TAB);
        reader.unsetOpt(LineReader.Option.AUTO_GROUP); // its headings are JLine's own words
        bindArrows();
        terminal.handle(Signal.INT, signal -> events.accept(new Event.Interrupted()));
        terminal.handle(Signal.WINCH, signal -> events.accept(new Event.Resized()));
        keys.setDaemon(true);
        keys.start();
    }

    /** Some terminals send the arrows of the normal mode whatever mode is set, and JLine knows those of the other alone. */
    private void bindArrows() {
        KeyMap<Binding> keys = Objects.requireNonNull(reader.getKeyMaps().get(LineReader.EMACS));
        keys.bind(new Reference(LineReader.DELETE_CHAR), KeyMap.ctrl('D')); // at the end of a line: nothing, as in bash
        keys.bind(new Reference(LineReader.UP_LINE_OR_HISTORY), "\u001b[A");
        keys.bind(new Reference(LineReader.DOWN_LINE_OR_HISTORY), "\u001b[B");
        keys.bind(new Reference(LineReader.FORWARD_CHAR), "\u001b[C");
        keys.bind(new Reference(LineReader.BACKWARD_CHAR), "\u001b[D");
        keys.bind(new Reference(LineReader.BEGINNING_OF_LINE), "\u001b[H");
        keys.bind(new Reference(LineReader.END_OF_LINE), "\u001b[F");
    }

    /** The thread that reads. */
    Thread keys() {
        return keys;
    }

    /** Reads a line whenever the session opens the prompt, and posts what became of it; until the console is closed. */
    private void readLines() {
        while (!closed) {
            try {
                String prompt = prompts.take();
                if (guard.abandoned()) {
                    return;
                }
                events.accept(readLine(prompt));
            } catch (InterruptedException late) {
                // JLine interrupts this thread at Ctrl-C, now and then when the line has ended already: it means that
                // line, and the next prompt is waited for.
            }
        }
    }

    private Event readLine(String prompt) {
        try {
            return new Event.Typed(reader.readLine(prompt));
        } catch (UserInterruptException interrupted) {
            return new Event.LineAbandoned();
        } catch (EndOfFileException | IOError ended) {
            return new Event.EndOfInput(ended instanceof IOError);
        } catch (RuntimeException confused) {
            if (isClosed()) {
                return new Event.TerminalGone(); // JLine closes it at SIGTERM and SIGHUP, while we read
            }
            // A line that the reader cannot cope with, in a window of two columns for instance, is given up: without
            // this thread nobody would ever read again.
            return new Event.LineAbandoned();
        }
    }

    /** Draws or sets, unless the terminal was closed under us, or is gone without a word. */
    private void draw(Runnable drawing) {
        if (gone) {
            return;
        }
        try {
            drawing.run();
        } catch (IllegalStateException | IOError ended) {
            if (ended instanceof IllegalStateException && !isClosed()) {
                throw ended; // a bug, and no reason to leave without a word
            }
            gone = true;
            events.accept(new Event.TerminalGone());
        }
    }

    /** Whether the terminal was closed: it has no size then. */
    private boolean isClosed() {
        try {
            terminal.getSize();
            return false;
        } catch (IllegalStateException | IOError ended) {
            return true;
        }
    }

    @Override
    public Look look() {
        return Look.of(environment, true, columns());
    }

    private int columns() {
        return known(terminal::getWidth, Look.NORMAL_WIDTH);
    }

    /** JLine closes the terminal when the program is ended from outside; no size is wanted any more then, nor a crash. */
    private static int known(IntSupplier size, int otherwise) {
        try {
            int now = size.getAsInt();
            return now > 0 ? now : otherwise;
        } catch (IllegalStateException | IOError ended) {
            return otherwise;
        }
    }

    @Override
    public int rows() {
        return known(terminal::getHeight, NORMAL_ROWS);
    }

    @Override
    public void print(List<Line> lines) {
        if (!lines.isEmpty()) {
            draw(() -> reader.printAbove(new Painter(look()).paint(lines)));
        }
    }

    @Override
    public void panel(View view) {
        AtomicBoolean broken = new AtomicBoolean();
        draw(() -> reader.show(() -> broken.get() ? AttributedString.EMPTY : below(view, broken)));
    }

    /** What stands below the line. A view that crashes is told of once, and is empty then: a line can still be typed. */
    private AttributedString below(View view, AtomicBoolean broken) {
        try {
            return below(view);
        } catch (RuntimeException bug) {
            broken.set(true);
            events.accept(new Event.Crashed(bug));
            return AttributedString.EMPTY;
        }
    }

    private AttributedString below(View view) {
        Painter painter = new Painter(look());
        AttributedStringBuilder text = new AttributedStringBuilder();
        for (Line line : view.lines(phrases, columns(), rows())) {
            if (text.length() > 0) {
                text.append('\n');
            }
            text.append(AttributedString.fromAnsi(painter.paint(line)));
        }
        return text.toAttributedString();
    }

    @Override
    public void prompt(String prompt) {
        if (open) {
            return;
        }
        open = true;
        try {
            prompts.put(new Painter(look()).paint(Line.of(prompt)));
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void promptClosed() {
        open = false;
    }

    @Override
    public void page(List<Line> lines) {
        draw(() -> pager.show(lines, new Painter(look())));
    }

    @Override
    public void lend() {
        draw(guard::lend);
    }

    @Override
    public void takeBack(boolean killed) {
        draw(() -> {
            guard.tidy(killed);
            freshLine();
        });
        guard.returned();
    }

    /**
     * What a command wrote last may have no end of line, and the prompt must not stand behind it. As many blanks as fit
     * into one line but one lead to the next line from everywhere but a line's beginning. Below it is nothing, unless a
     * program has left the cursor somewhere.
     */
    private void freshLine() {
        terminal.writer().write(" ".repeat(columns() - 1) + "\r\u001b[J");
        terminal.flush();
    }

    @Override
    public void close() {
        closed = true;
        keys.interrupt();
        reader.alone(guard::close); // who was about to open the prompt would write behind what is written last
    }
}
