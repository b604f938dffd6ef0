package dev.plumbline.pty;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jline.utils.ScreenTerminal;

/** An emulated terminal screen: what is visible, and everything that ever scrolled by. */
public final class Screen {
    /** Written behind everything else once the program has ended; it shows nothing. */
    static final String END = "\u0001\u0002\u0001\u0003\u0001\u0002";

    private static final long QUIET_MILLIS = 150;

    /** So much is kept of what was written, and once it is twice as much its beginning is forgotten. */
    private static final int KEPT = 1 << 21;

    private final ScreenTerminal terminal;
    private final CharsetDecoder decoder = StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPLACE)
            .onUnmappableCharacter(CodingErrorAction.REPLACE);
    private final StringBuilder raw = new StringBuilder();
    private final ByteBuffer pending = ByteBuffer.allocate(16384);
    private int columns;
    private int rows;
    private long written;
    private boolean ended;
    private final Map<String, String> found = new LinkedHashMap<>();

    /** A blank one. */
    public Screen(int columns, int rows) {
        this.columns = columns;
        this.rows = rows;
        this.terminal = new ScreenTerminal(columns, rows);
    }

    /** Takes what a program wrote; answers what a terminal would answer to it. */
    public synchronized String write(byte[] bytes, int length) {
        pending.put(bytes, 0, length).flip();
        CharBuffer characters = CharBuffer.allocate(length + 16);
        decoder.decode(pending, characters, false);
        pending.compact();
        String text = characters.flip().toString();
        raw.append(text);
        written += text.length();
        look(text.length());
        terminal.write(text);
        String answer = terminal.read();
        notifyAll();
        return answer == null ? "" : answer;
    }

    /** From now on, texts that must never be written. */
    synchronized void forbid(List<String> texts) {
        texts.forEach(text -> found.put(text, ""));
    }

    /** Those of the forbidden texts that were written. */
    synchronized List<String> forbidden() {
        return found.values().stream().filter(text -> !text.isEmpty()).toList();
    }

    private void look(int length) {
        found.replaceAll((text, before) -> {
            int from = Math.max(0, raw.length() - length - text.length());
            return before.isEmpty() && raw.indexOf(text, from) >= 0 ? text : before;
        });
        if (raw.length() >= END.length() && raw.indexOf(END, raw.length() - END.length()) >= 0) {
            raw.setLength(raw.length() - END.length());
            ended = true;
        }
        if (raw.length() > 2 * KEPT) {
            raw.delete(0, raw.length() - KEPT);
        }
    }

    /** Waits until the program has ended and all that it wrote is here; whether it did in time. */
    synchronized boolean awaitEnd(Duration patience) throws InterruptedException {
        long deadline = System.nanoTime() + patience.toNanos();
        for (long left = patience.toMillis(); !ended && left > 0; left = (deadline - System.nanoTime()) / 1_000_000) {
            wait(left);
        }
        return ended;
    }

    synchronized boolean hasEnded() {
        return ended;
    }

    synchronized void ended() {
        ended = true;
        notifyAll();
    }

    /** Another size. */
    public synchronized void resize(int newColumns, int newRows) {
        columns = newColumns;
        rows = newRows;
        terminal.setSize(newColumns, newRows);
    }

    /** The lines, without blanks at their ends, without empty lines at the end. */
    public synchronized String text() {
        long[] cells = new long[columns * rows];
        int[] cursor = new int[2];
        terminal.dump(cells, cursor);
        List<String> lines = new ArrayList<>();
        for (int row = 0; row < rows; row++) {
            StringBuilder line = new StringBuilder();
            for (int column = 0; column < columns; column++) {
                int c = ScreenTerminal.cellCodePoint(cells[row * columns + column]);
                line.appendCodePoint(c == 0 ? ' ' : c);
            }
            lines.add(line.toString().stripTrailing());
        }
        while (!lines.isEmpty() && lines.get(lines.size() - 1).isEmpty()) {
            lines.remove(lines.size() - 1);
        }
        return String.join("\n", lines) + "\n";
    }

    /** The same with a mark wherever the style changes: bold, dim or italic by their first letters, then the colour. */
    public synchronized String styled() {
        long[] cells = new long[columns * rows];
        terminal.dump(cells, new int[2]);
        StringBuilder out = new StringBuilder();
        for (int row = 0; row < rows; row++) {
            StringBuilder line = new StringBuilder();
            String style = "";
            for (int column = 0; column < columns; column++) {
                long cell = cells[row * columns + column];
                int c = ScreenTerminal.cellCodePoint(cell);
                String now = c == 0 || c == ' ' ? style : style(cell);
                if (!now.equals(style)) {
                    line.append('{').append(now).append('}');
                    style = now;
                }
                line.appendCodePoint(c == 0 ? ' ' : c);
            }
            out.append(line.toString().stripTrailing()).append('\n');
        }
        return out.toString().stripTrailing() + "\n";
    }

    private static String style(long cell) {
        StringBuilder style = new StringBuilder();
        style.append(ScreenTerminal.cellBold(cell) ? "b" : "")
                .append(ScreenTerminal.cellDim(cell) ? "d" : "")
                .append(ScreenTerminal.cellItalic(cell) ? "i" : "");
        if (ScreenTerminal.cellHasForeground(cell)) {
            style.append(Integer.toHexString(ScreenTerminal.cellForeground(cell)));
        }
        return style.toString();
    }

    /** The characters that were written, escape sequences included; of a very long output the end. */
    public synchronized String raw() {
        return raw.toString();
    }

    /** Waits until the text is as wanted and nothing more is drawn: a picture is several writes. */
    public synchronized void awaitPicture(Predicate<String> wanted, String words, Duration patience)
            throws InterruptedException {
        long before;
        do {
            await(wanted, words, patience);
            before = written;
            wait(QUIET_MILLIS);
        } while (before != written || !wanted.test(text()));
    }

    /** Waits until the text is as wanted. */
    public synchronized void await(Predicate<String> wanted, String words, Duration patience)
            throws InterruptedException {
        long deadline = System.nanoTime() + patience.toNanos();
        while (!wanted.test(text())) {
            long left = (deadline - System.nanoTime()) / 1_000_000;
            if (left <= 0 || ended) {
                throw new AssertionError(
                        "waited for " + words + (ended ? "; the program has ended:\n" : ":\n") + text());
            }
            wait(Math.min(left, 500));
        }
    }
}
