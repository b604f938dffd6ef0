package dev.plumbline.terminal;

import dev.plumbline.text.Line;
import dev.plumbline.text.Painter;
import dev.plumbline.text.Phrases;
import dev.plumbline.text.Tone;
import java.io.IOError;
import java.io.IOException;
import java.util.List;
import java.util.function.BooleanSupplier;
import org.jline.terminal.Attributes;
import org.jline.terminal.Terminal;
import org.jline.utils.NonBlockingReader;

/** Shows a long text a screenful at a time, so that it stays in the terminal's own scroll-back. */
final class Pager {
    private static final long WAIT_MILLIS = 250;
    private static final long REST_MILLIS = 25;
    private final Terminal terminal;
    private final Phrases phrases;
    private final BooleanSupplier abandoned;

    /**
     * A pager on a terminal.
     *
     * @param abandoned whether the program is being ended from outside: nothing is to be drawn or read any more
     */
    Pager(Terminal terminal, Phrases phrases, BooleanSupplier abandoned) {
        this.terminal = terminal;
        this.phrases = phrases;
        this.abandoned = abandoned;
    }

    void show(List<Line> lines, Painter painter) {
        int at = 0;
        while (at < lines.size()) {
            int step = Math.max(3, terminal.getHeight() - 2);
            int end = lines.size() - at <= step + 1 ? lines.size() : at + step;
            terminal.writer().print(painter.paint(lines.subList(at, end)));
            terminal.flush();
            at = end;
            if (at < lines.size() && !more(painter, 100 * at / lines.size())) {
                return;
            }
        }
    }

    /** Asks below the text and wipes the question away; anything but "enough" means more. */
    private boolean more(Painter painter, int percent) {
        Line question = Line.of(phrases.say("pager.more", "percent", percent), Tone.MUTED);
        terminal.writer().print(painter.paint(question));
        terminal.flush();
        int key = key();
        if (abandoned.getAsBoolean()) {
            return false;
        }
        terminal.writer().print("\r\u001b[K");
        terminal.flush();
        return key != 'q' && key != 'Q' && key != 3 && key != 4 && key != 27 && key != NonBlockingReader.EOF;
    }

    /** One key, or the end of input where the terminal is gone. */
    private int key() {
        try {
            Attributes before = terminal.enterRawMode();
            try {
                return rawKey();
            } finally {
                terminal.setAttributes(before);
            }
        } catch (IOException | IOError gone) {
            return NonBlockingReader.EOF;
        }
    }

    private int rawKey() throws IOException {
        Attributes quiet = new Attributes(terminal.getAttributes());
        quiet.setLocalFlag(Attributes.LocalFlag.ISIG, false); // Ctrl-C ends the reading, not more
        terminal.setAttributes(quiet);
        int key = awaitedKey();
        if (key == 27) {
            while (terminal.reader().read(REST_MILLIS) >= 0) {
                key = ' '; // an arrow or a page key: a sequence, not a plain Escape
            }
        }
        return key;
    }

    /**
     * Waits for one in short turns: whoever reads without a limit holds what JLine needs to close the terminal, and the
     * program could not be ended from outside until a key is pressed.
     */
    private int awaitedKey() throws IOException {
        int key = NonBlockingReader.READ_EXPIRED;
        while (key == NonBlockingReader.READ_EXPIRED && !abandoned.getAsBoolean()) {
            key = terminal.reader().read(WAIT_MILLIS);
        }
        return key;
    }
}
