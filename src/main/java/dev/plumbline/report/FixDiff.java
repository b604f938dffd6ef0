package dev.plumbline.report;

import dev.plumbline.grading.Diagnosis;
import dev.plumbline.text.Line;
import dev.plumbline.text.Tone;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** A fix as the lines it removes and the lines it puts there. */
public final class FixDiff {
    private FixDiff() {}

    /** The changed lines of every edit, file by file; an edit of a file that cannot be read shows its new text only. */
    public static List<Line> lines(Diagnosis.Fix fix, SourceFiles files, int width) {
        List<Line> out = new ArrayList<>();
        for (String file :
                fix.edits().stream().map(Diagnosis.Edit::file).distinct().toList()) {
            List<Diagnosis.Edit> edits = fix.edits().stream()
                    .filter(e -> e.file().equals(file))
                    .sorted(Comparator.comparingInt(Diagnosis.Edit::startLine)
                            .thenComparingInt(Diagnosis.Edit::startColumn))
                    .toList();
            Optional<String> text = files.text(file);
            out.add(Line.of(file, Tone.MUTED));
            for (List<Diagnosis.Edit> group : sharingLines(edits)) {
                hunk(group, text.map(t -> t.lines().toList()).orElse(List.of()), out);
            }
        }
        return out.stream().map(line -> line.clip(width)).toList();
    }

    private static List<List<Diagnosis.Edit>> sharingLines(List<Diagnosis.Edit> edits) {
        List<List<Diagnosis.Edit>> groups = new ArrayList<>();
        int lastLine = 0;
        for (Diagnosis.Edit edit : edits) {
            if (groups.isEmpty() || edit.startLine() > lastLine) {
                groups.add(new ArrayList<>());
            }
            groups.get(groups.size() - 1).add(edit);
            lastLine = Math.max(lastLine, edit.endLine());
        }
        return groups;
    }

    private static void hunk(List<Diagnosis.Edit> edits, List<String> source, List<Line> out) {
        int first = edits.get(0).startLine();
        int last = edits.stream().mapToInt(Diagnosis.Edit::endLine).max().orElse(first);
        StringBuilder after = new StringBuilder();
        int line = first;
        int column = 1;
        for (Diagnosis.Edit edit : edits) {
            after.append(between(source, line, column, edit.startLine(), edit.startColumn()));
            after.append(edit.newText());
            line = edit.endLine();
            column = edit.endColumn();
        }
        after.append(between(source, line, column, last, Integer.MAX_VALUE));
        String before = between(source, first, 1, last, Integer.MAX_VALUE);
        show(before, after.toString(), first, out);
    }

    private static void show(String before, String after, int first, List<Line> out) {
        List<String> old = new ArrayList<>(before.lines().toList());
        List<String> now = new ArrayList<>(after.lines().toList());
        int number = first;
        while (!old.isEmpty() && !now.isEmpty() && old.get(0).equals(now.get(0))) {
            out.add(Line.of("  " + old.remove(0), Tone.MUTED));
            now.remove(0);
            number++;
        }
        List<String> tail = new ArrayList<>();
        while (!old.isEmpty() && !now.isEmpty() && old.get(old.size() - 1).equals(now.get(now.size() - 1))) {
            tail.add(0, old.remove(old.size() - 1));
            now.remove(now.size() - 1);
        }
        if (number == first && old.isEmpty() && now.isEmpty()) {
            return;
        }
        old.forEach(text -> out.add(Line.of("- " + text, Tone.BAD)));
        now.forEach(text -> out.add(Line.of("+ " + text, Tone.GOOD)));
        tail.forEach(text -> out.add(Line.of("  " + text, Tone.MUTED)));
    }

    /** The text from one place to another, ends exclusive; places beyond a line's end mean its end. */
    private static String between(List<String> source, int fromLine, int fromColumn, int toLine, int toColumn) {
        StringBuilder out = new StringBuilder();
        for (int line = fromLine; line <= toLine && line <= source.size(); line++) {
            String text = source.get(line - 1);
            int points = text.codePointCount(0, text.length());
            int start = line == fromLine ? Math.min(fromColumn - 1, points) : 0;
            int end = line == toLine ? Math.min(toColumn - 1, points) : points;
            if (start < end) {
                out.append(text, text.offsetByCodePoints(0, start), text.offsetByCodePoints(0, end));
            }
            if (line < toLine) {
                out.append('\n');
            }
        }
        return out.toString();
    }
}
