package dev.plumbline.terminal;

import dev.plumbline.text.Line;
import dev.plumbline.text.Look;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Opens the prompt only when nothing is being looked at, so that a script of lines gives the same every time. */
final class PatientConsole implements Console {
    private final Console console;
    private @Nullable String waiting;
    private boolean quiet;

    PatientConsole(Console console) {
        this.console = console;
    }

    @Override
    public Look look() {
        return console.look();
    }

    @Override
    public int rows() {
        return console.rows();
    }

    @Override
    public boolean inWords() {
        return console.inWords();
    }

    @Override
    public void print(List<Line> lines) {
        console.print(lines);
    }

    @Override
    public void panel(View view) {
        console.panel(view);
        quiet = !(view instanceof Panel panel) || panel.activity().running() == null;
        String prompt = waiting;
        if (quiet && prompt != null) {
            waiting = null;
            console.prompt(prompt);
        }
    }

    @Override
    public void prompt(String prompt) {
        if (quiet) {
            console.prompt(prompt);
        } else {
            waiting = prompt;
        }
    }

    @Override
    public void promptClosed() {
        console.promptClosed();
    }

    @Override
    public void page(List<Line> lines) {
        console.page(lines);
    }

    @Override
    public void lend() {
        console.lend();
    }

    @Override
    public void takeBack(boolean killed) {
        console.takeBack(killed);
    }

    @Override
    public void close() {
        console.close();
    }
}
