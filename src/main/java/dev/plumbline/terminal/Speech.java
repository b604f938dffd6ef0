package dev.plumbline.terminal;

import dev.plumbline.text.Line;
import dev.plumbline.text.Look;
import dev.plumbline.text.Wrap;
import java.util.ArrayList;
import java.util.List;

/** What the session says. While a command of the learner's has the terminal it is kept, and said when that has ended. */
final class Speech {
    private final Console console;
    private final List<List<Line>> kept = new ArrayList<>();
    private boolean lent;

    Speech(Console console) {
        this.console = console;
    }

    /** How it looks here, at the present size. */
    Look look() {
        return console.look();
    }

    void print(List<Line> lines) {
        if (lent) {
            kept.add(lines);
        } else {
            console.print(lines);
        }
    }

    void say(String sentence) {
        print(Wrap.at(look().width(), sentence));
    }

    /** Says something at once, whoever has the terminal. */
    void interject(List<Line> lines) {
        console.print(lines);
    }

    /** The terminal is a command's from now on. */
    void pause() {
        lent = true;
        console.lend();
    }

    /**
     * The terminal is ours again, if it was not.
     *
     * @param killed whether a signal has ended what had it
     * @param foremost what comes before all that was kept
     */
    void goOn(boolean killed, List<Line> foremost) {
        if (lent) {
            lent = false;
            console.takeBack(killed);
        }
        console.print(foremost);
        kept.forEach(console::print);
        kept.clear();
    }
}
