package dev.plumbline.terminal;

import dev.plumbline.text.Line;
import dev.plumbline.text.Look;
import java.util.List;

/**
 * Where a session is shown and where its learner types. What is typed comes back as an event, once for each {@link
 * #prompt}. It is written to from the session's thread alone; anybody may ask for its {@link #look}.
 */
public interface Console extends AutoCloseable {
    /** What can be shown here, at the present size. */
    Look look();

    /** The rows of the window at present. */
    int rows();

    /**
     * Whether everything is said in words and in order, for people who hear it: the answer to a line comes before the next
     * prompt.
     */
    default boolean inWords() {
        return false;
    }

    /** Adds lines to what was shown, above the prompt if it is open. */
    void print(List<Line> lines);

    /** Replaces what stands below the prompt; a plain console tells the difference in words instead. */
    void panel(View view);

    /** Opens the prompt for one line; if it is open already, nothing but its words may change. */
    void prompt(String prompt);

    /** The line was entered or given up: the prompt is no longer open. */
    void promptClosed();

    /** Shows a long text one screenful at a time; the prompt is not open. */
    void page(List<Line> lines);

    /** Gives the terminal to a child process: cooked mode. Ctrl-C reaches the child, and comes as an event besides. */
    void lend();

    /**
     * Takes it back after the child ended, in whatever state that has left it.
     *
     * @param killed whether a signal has ended it, before it could tidy up
     */
    void takeBack(boolean killed);

    /** Leaves the terminal as it was found. */
    @Override
    void close();
}
