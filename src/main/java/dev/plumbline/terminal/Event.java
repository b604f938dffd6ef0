package dev.plumbline.terminal;

import dev.plumbline.grading.Layer;
import dev.plumbline.grading.Report;
import dev.plumbline.text.Line;
import dev.plumbline.text.Tone;
import dev.plumbline.workbench.CloudChanges;
import dev.plumbline.workspace.Watcher;
import java.time.Duration;
import java.util.List;

/** Everything that can happen to a session. Producers only post; the session's one thread acts. */
public sealed interface Event {
    /** The learner entered a line. */
    record Typed(String line) implements Event {}

    /** Ctrl-C at the prompt: the line is given up, and the prompt is closed. */
    record LineAbandoned() implements Event {}

    /** Ctrl-C while no line was being typed; a command that has the terminal has heard it too. */
    record Interrupted() implements Event {}

    /**
     * Ctrl-D, or the end of what is piped in.
     *
     * @param forGood whether nothing can come any more
     */
    record EndOfInput(boolean forGood) implements Event {}

    /** Files of the workspace have new content. */
    record FilesChanged(Watcher.Change change) implements Event {}

    /**
     * Something was changed in AWS.
     *
     * @param settled whether it is told a second time, since what AWS began then has come to its end by now
     */
    record CloudChanged(CloudChanges.Change change, boolean settled) implements Event {}

    /** The AWS that {@code --aws} names is gone, or is back. */
    record AwsTurned(boolean answers) implements Event {}

    /**
     * A layer of evidence came in.
     *
     * @param run the number of the run, since an older one may still be ending
     * @param layer the layer
     * @param report what can be said so far
     * @param millis since the run began
     */
    record LayerLanded(long run, Layer layer, Report report, long millis) implements Event {}

    /** A run is complete. */
    record Judged(long run, Report report, long millis) implements Event {}

    /** A run ended without a report; the session shows why and goes on. */
    record JudgingFailed(long run, String why) implements Event {}

    /** Something worth a line came up while the program worked. */
    record Noticed(String words) implements Event {
        private static final int LONGEST = 240;

        /** A tool's whole complaint may be behind it; its beginning will do. */
        Line line() {
            return Line.of(words.length() <= LONGEST ? words : words.substring(0, LONGEST) + "…", Tone.MUTED);
        }
    }

    /** A command in the foreground ended. */
    record CommandEnded(String line, int exit, Duration took) implements Event {
        private static final int SIGNALS = 128;

        /** Whether a signal has ended it, as far as its shell says so. */
        boolean byASignal() {
            return exit > SIGNALS;
        }
    }

    /** Something moved in the mode that is open, such as the conveyor belt; with what there is to say of it. */
    record ModeMoved(List<Line> news) implements Event {
        public ModeMoved {
            news = List.copyOf(news);
        }
    }

    /** The mode that is open answers the line that was entered last. */
    record ModeAnswered(List<Line> answer) implements Event {
        public ModeAnswered {
            answer = List.copyOf(answer);
        }
    }

    /** The learner left a mode, and what it still had to say is said. */
    record ModeLeft() implements Event {}

    /** The terminal was closed under us: nobody is there any more. */
    record TerminalGone() implements Event {}

    /** A bug of ours, wherever it came up: it ends what was being done, and not the session. */
    record Crashed(Throwable bug) implements Event {}

    /** Another minute has gone by on the clock of timed practice. */
    record Ticked() implements Event {}

    /** The window has another size. */
    record Resized() implements Event {}
}
