package dev.plumbline.terminal;

import dev.plumbline.grading.RequirementResult;
import dev.plumbline.text.Line;
import dev.plumbline.text.Look;
import dev.plumbline.text.Painter;
import dev.plumbline.text.Phrases;
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
    private @Nullable String openPrompt;

    /** A console on these streams. */
    public PlainConsole(BufferedReader in, PrintWriter out, Phrases phrases, Look look, Consumer<Event> events) {
        this.in = in;
        this.out = out;
        this.phrases = phrases;
        this.look = new Look(false, look.unicode(), look.width());
        this.events = events;
        Signals.register("INT", () -> events.accept(new Event.Interrupted()));
        Thread keys = new Thread(this::readLines, "keys");
        keys.setDaemon(true);
        keys.start();
    }

    private void readLines() {
        try {
            while (true) {
                prompts.take();
                String line = in.readLine();
                if (line == null) {
                    out.println(); // no Enter has ended the prompt's line
                }
                events.accept(line == null ? new Event.EndOfInput() : new Event.Typed(line));
            }
        } catch (InterruptedException closed) {
            Thread.currentThread().interrupt();
        } catch (IOException closed) {
            events.accept(new Event.EndOfInput());
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
        if (openPrompt != null) {
            out.println();
        }
        out.print(new Painter(look).paint(lines));
        if (openPrompt != null) {
            out.print(openPrompt);
        }
        out.flush();
    }

    /** Tells what is different since the last time, a sentence each. */
    @Override
    public void panel(View view) {
        if (view instanceof Panel panel && panel.activity().running() == null) {
            tellChanges(panel); // at the end of a look, so that nothing is said twice
        }
    }

    private void tellChanges(Panel panel) {
        List<Line> news = new ArrayList<>();
        for (RequirementResult result : panel.results()) {
            String word = phrases.say("status." + result.status().word());
            if (!word.equals(told.put(result.id(), word))) {
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
        print(news);
    }

    private Optional<Line> tell(String about, String words) {
        return words.isEmpty() || words.equals(told.put(about, words)) ? Optional.empty() : Optional.of(Line.of(words));
    }

    @Override
    public void prompt(String words) {
        String prompt = new Painter(look).paint(Line.of(words));
        boolean alreadyOpen = openPrompt != null;
        if (alreadyOpen) {
            out.println();
        }
        out.print(prompt);
        out.flush();
        openPrompt = prompt;
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
    public void takeBack() {
        out.flush();
    }

    @Override
    public void close() {
        out.flush();
    }
}
