package dev.plumbline.terminal.markdown;

import dev.plumbline.text.Line;
import dev.plumbline.text.Tone;
import dev.plumbline.text.Wrap;
import java.util.ArrayList;
import java.util.List;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableHead;
import org.commonmark.ext.gfm.tables.TableRow;
import org.commonmark.node.Node;

/** A table whose columns are made narrow enough for the width; long cells become several lines. */
final class TableView {
    private static final String GAP = "  ";
    private static final int NARROWEST = 6;

    private TableView() {}

    static List<Line> of(TableBlock table, int width, boolean colour) {
        List<List<Line>> rows = new ArrayList<>();
        int heads = 0;
        for (Node part = table.getFirstChild(); part != null; part = part.getNext()) {
            boolean head = part instanceof TableHead;
            for (Node row = part.getFirstChild(); row != null; row = row.getNext()) {
                if (row instanceof TableRow) {
                    rows.add(cells(row, head ? Tone.STRONG : Tone.PLAIN, colour));
                    heads += head ? 1 : 0;
                }
            }
        }
        int[] widths = fit(rows, width);
        List<Line> out = new ArrayList<>();
        for (int i = 0; i < rows.size(); i++) {
            row(rows.get(i), widths, out);
            if (i == heads - 1) {
                int total = java.util.Arrays.stream(widths).sum() + GAP.length() * (widths.length - 1);
                out.add(Line.of("─".repeat(Math.min(width, total)), Tone.MUTED));
            }
        }
        return out;
    }

    private static List<Line> cells(Node row, Tone tone, boolean colour) {
        List<Line> cells = new ArrayList<>();
        for (Node cell = row.getFirstChild(); cell != null; cell = cell.getNext()) {
            cells.add(InlineView.of(cell, tone, colour).get(0));
        }
        return cells;
    }

    /** As wide as the longest cell each, then the widest column gives way until all fit. */
    private static int[] fit(List<List<Line>> rows, int width) {
        int columns = rows.stream().mapToInt(List::size).max().orElse(0);
        int[] widths = new int[columns];
        for (List<Line> row : rows) {
            for (int c = 0; c < row.size(); c++) {
                widths[c] = Math.max(widths[c], row.get(c).width());
            }
        }
        int room = width - GAP.length() * Math.max(0, columns - 1);
        while (java.util.Arrays.stream(widths).sum() > room) {
            int widest = 0;
            for (int c = 1; c < columns; c++) {
                widest = widths[c] > widths[widest] ? c : widest;
            }
            if (widths[widest] <= NARROWEST) {
                break;
            }
            widths[widest]--;
        }
        return widths;
    }

    private static void row(List<Line> cells, int[] widths, List<Line> out) {
        List<List<Line>> wrapped = new ArrayList<>();
        int height = 1;
        for (int c = 0; c < cells.size(); c++) {
            List<Line> lines = Wrap.at(widths[c], cells.get(c));
            wrapped.add(lines);
            height = Math.max(height, lines.size());
        }
        for (int l = 0; l < height; l++) {
            Line line = Line.EMPTY;
            for (int c = 0; c < wrapped.size(); c++) {
                List<Line> cell = wrapped.get(c);
                Line text = l < cell.size() ? cell.get(l) : Line.EMPTY;
                boolean last = c == wrapped.size() - 1;
                line = line.plus(last ? text : text.pad(widths[c]).plus(GAP));
            }
            out.add(line);
        }
    }
}
