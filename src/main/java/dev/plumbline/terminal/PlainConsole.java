package dev.plumbline.terminal;

import dev.plumbline.grading.RequirementResult;
import dev.plumbline.grading.Status;
import dev.plumbline.text.Line;
import dev.plumbline.text.Look;
import dev.plumbline.text.Painter;
import dev.plumbline.text.Phrases;
import dev.plumbline.text.Wrap;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.SynchronousQueue;
import java.util.function.Consumer;
import org.jline.utils.Signals;
import org.jspecify.annotations.Nullable;

/**
 * Lines in, lines out: no cursor movement, nothing drawn twice, every change in words. For screen readers, logs and
 * terminals that know nothing else.
 */
public final class PlainConsole implements Console {
    private final BufferedReader in;
    private final PrintWriter out;
    private final Phrases phrases;
    private final Look look;
    private final Consumer<Event> events;
    private final SynchronousQueue<String> prompts = new SynchronousQueue<>();
    private final Map<String, String> told = new LinkedHashMap<>();
    private final Map<String, Status> known = new LinkedHashMap<>();
    private final Thread keys = new Thread(this::readLines, "keys");
    private final boolean person;
    private volatile boolean closed;
    private @Nullable String openPrompt;
    private boolean promptShown;

    /**
     * A console on these streams.
     *
     * @param person whether somebody sits there, who may go on after Ctrl-D; what is piped in ends for good
     */
    public PlainConsole(
            BufferedReader in, PrintWriter out, Phrases phrases, Look look, boolean person, Consumer<Event> events) {
        this.person = person;
        this.in = in;
        this.out = out;
        this.phrases = phrases;
        this.look = new Look(false, look.unicode(), look.width());
        this.events = events;
        Signals.register("INT", () -> events.accept(new Event.Interrupted()));
        keys.setDaemon(true);
        keys.start();
    }

    /** The thread that reads. */
    Thread keys() {
        return keys;
    }

    /** Reads a line whenever the session opens the prompt, and posts what became of it; until the console is closed. */
    private void readLines() {
        try {
            while (!closed) {
                prompts.take();
                Event read = readLine();
                if (!closed) {
                    events.accept(read);
                }
            }
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        }
    }

    private Event readLine() {
        try {
            String line = in.readLine();
            if (line == null) {
                out.println(); // no Enter has ended the prompt's line
            }
            return line == null ? new Event.EndOfInput(!person) : new Event.Typed(line);
        } catch (IOException gone) {
            return new Event.EndOfInput(true);
        }
    }

    @Override
    public Look look() {
        return look;
    }

    @Override
    public int rows() {
        return Integer.MAX_VALUE;
    }

    @Override
    public boolean inWords() {
        return true;
    }

    @Override
    public void print(List<Line> lines) {
        if (lines.isEmpty()) {
            return;
        }
        if (promptShown) {
            out.println();
            promptShown = false;
        }
        out.print(new Painter(look).paint(lines));
        out.flush();
    }

    /** The prompt once more, behind all that was said since: once for a whole look and not for each of its layers. */
    private void showPrompt() {
        if (openPrompt != null && !promptShown) {
            out.print(openPrompt);
            out.flush();
            promptShown = true;
        }
    }

    /** Tells what is different since the last time, a sentence each. */
    @Override
    public void panel(View view) {
        if (view instanceof Panel panel) {
            if (panel.activity().running() != null) {
                return;
            }
            tellChanges(panel); // at the end of a look, so that nothing is said twice
        }
        showPrompt();
    }

    private void tellChanges(Panel panel) {
        List<Line> news = new ArrayList<>();
        for (RequirementResult result : panel.results()) {
            Status before = known.put(result.id(), result.status());
            // What is met now, or no longer, is news that the session tells itself.
            boolean said = before != null && (before == Status.MET) != (result.status() == Status.MET);
            if (before != result.status() && !said) {
                String word = phrases.say("status." + result.status().word());
                news.add(Line.of(phrases.say("plain.requirement", "title", result.title(), "status", word)));
            }
        }
        tell("stage", panel.stage().isEmpty() ? "" : phrases.say("report.stage", "stage", panel.stage()))
                .ifPresent(news::add);
        if (panel.next() != null) {
            String command = panel.next().command();
            String words = panel.next().words() + (command == null ? "" : " " + command);
            tell("next", phrases.say("report.next") + " " + words).ifPresent(news::add);
        }
        List<Line> fitted = new ArrayList<>();
        news.forEach(line -> fitted.addAll(Wrap.at(look.width(), line)));
        print(fitted);
    }

    private Optional<Line> tell(String about, String words) {
        return words.isEmpty() || words.equals(told.put(about, words)) ? Optional.empty() : Optional.of(Line.of(words));
    }

    @Override
    public void prompt(String words) {
        String prompt = new Painter(look).paint(Line.of(words));
        boolean alreadyOpen = openPrompt != null;
        if (promptShown) {
            out.println();
            promptShown = false;
        }
        openPrompt = prompt;
        showPrompt();
        if (alreadyOpen) {
            return;
        }
        try {
            prompts.put(prompt);
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void promptClosed() {
        openPrompt = null;
        promptShown = false;
    }

    @Override
    public void page(List<Line> lines) {
        print(lines);
    }

    @Override
    public void lend() {
        out.flush();
    }

    @Override
    public void takeBack(boolean killed) {
        lend();
    }

    @Override
    public void close() {
        closed = true;
        keys.interrupt();
        out.flush();
    }
}
