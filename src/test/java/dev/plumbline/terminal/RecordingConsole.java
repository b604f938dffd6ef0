package dev.plumbline.terminal;

import dev.plumbline.text.Line;
import dev.plumbline.text.Look;
import dev.plumbline.text.Painter;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A console that types from a script and remembers what was shown: one entry for each prompt. */
final class RecordingConsole implements Console {
    private final StringBuilder shown = new StringBuilder();
    private final java.util.Iterator<String> script;
    private final Consumer<Event> events;
    private final boolean inWords;
    private boolean open;
    private volatile @Nullable Panel lastPanel;

    RecordingConsole(List<String> script, Consumer<Event> events) {
        this(script, events, true);
    }

    /**
     * The same.
     *
     * @param inWords whether an answer comes before the next prompt
     */
    RecordingConsole(List<String> script, Consumer<Event> events, boolean inWords) {
        this.inWords = inWords;
        this.script = script.iterator();
        this.events = events;
    }

    String shown() {
        return shown.toString();
    }

    @Nullable
    Panel lastPanel() {
        return lastPanel;
    }

    @Override
    public Look look() {
        return Look.PLAIN;
    }

    @Override
    public int rows() {
        return 24;
    }

    @Override
    public boolean inWords() {
        return inWords;
    }

    @Override
    public void print(List<Line> lines) {
        shown.append(new Painter(look()).paint(lines));
    }

    /** The script goes on when a judgement is complete, so that every run of a test shows the same. */
    @Override
    public void panel(View view) {
        if (view instanceof Panel panel) {
            lastPanel = panel;
        }
        proceed();
    }

    @Override
    public void prompt(String prompt) {
        open = true;
        shown.append(prompt);
        proceed();
    }

    private void proceed() {
        Panel panel = lastPanel;
        if (open && panel != null && panel.activity().running() == null) {
            open = false;
            String line = script.hasNext() ? script.next() : "quit";
            shown.append(line).append('\n');
            events.accept(new Event.Typed(line));
        }
    }

    @Override
    public void promptClosed() {
        open = false;
    }

    @Override
    public void page(List<Line> lines) {
        print(lines);
    }

    @Override
    public void lend() {
        shown.append("[lent]\n");
    }

    @Override
    public void takeBack(boolean killed) {
        shown.append("[taken back]\n");
    }

    @Override
    public void close() {
        shown.append("[closed]\n");
    }
}
