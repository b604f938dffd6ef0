package dev.plumbline.coaching;

import dev.plumbline.grading.Diagnosis;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** What an edit would change, as a unified diff with three lines of context. */
public final class FixDiff {
    private static final int CONTEXT = 3;

    /** Beyond so many differing lines one block of removed and added lines says as much as a careful comparison. */
    private static final int CAREFUL = 1500;

    private FixDiff() {}

    /** The diff of a text before and after; empty if nothing changes. */
    public static String of(String file, String before, String after) {
        if (before.equals(after)) {
            return "";
        }
        List<String> old = lines(before);
        List<String> now = lines(after);
        List<Line> script = script(old, now);
        StringBuilder out = new StringBuilder();
        out.append("--- a/")
                .append(file)
                .append('\n')
                .append("+++ b/")
                .append(file)
                .append('\n');
        int at = 0;
        while (at < script.size()) {
            int change = nextChange(script, at);
            if (change < 0) {
                break;
            }
            int from = Math.max(at, change - CONTEXT);
            int to = change;
            for (int next = change; next >= 0 && next <= to + 2 * CONTEXT; next = nextChange(script, next + 1)) {
                to = next;
            }
            to = Math.min(script.size(), to + CONTEXT + 1);
            hunk(script, from, to, out);
            at = to;
        }
        return out.toString();
    }

    /**
     * The diff of a fix on the text it belongs to.
     *
     * @param text the file as it is, empty for one that does not exist yet
     */
    public static String of(String file, String text, Diagnosis.Fix fix) {
        return of(file, text, Edits.apply(file, text, fix.edits()));
    }

    private record Line(char sign, String text, int oldLine, int newLine) {}

    private static int nextChange(List<Line> script, int from) {
        for (int i = from; i < script.size(); i++) {
            if (script.get(i).sign() != ' ') {
                return i;
            }
        }
        return -1;
    }

    private static void hunk(List<Line> script, int from, int to, StringBuilder out) {
        List<Line> part = script.subList(from, to);
        long removed = part.stream().filter(l -> l.sign() != '+').count();
        long added = part.stream().filter(l -> l.sign() != '-').count();
        int oldStart = part.get(0).oldLine();
        int newStart = part.get(0).newLine();
        out.append("@@ -")
                .append(removed == 0 ? oldStart - 1 : oldStart)
                .append(removed == 1 ? "" : "," + removed)
                .append(" +")
                .append(added == 0 ? newStart - 1 : newStart)
                .append(added == 1 ? "" : "," + added)
                .append(" @@\n");
        part.forEach(line -> out.append(line.sign()).append(line.text()).append('\n'));
    }

    private static List<Line> script(List<String> old, List<String> now) {
        int head = 0;
        while (head < old.size() && head < now.size() && old.get(head).equals(now.get(head))) {
            head++;
        }
        int tail = 0;
        while (tail < old.size() - head
                && tail < now.size() - head
                && old.get(old.size() - 1 - tail).equals(now.get(now.size() - 1 - tail))) {
            tail++;
        }
        List<Line> script = new ArrayList<>();
        for (int i = 0; i < head; i++) {
            script.add(new Line(' ', old.get(i), i + 1, i + 1));
        }
        middle(old.subList(head, old.size() - tail), now.subList(head, now.size() - tail), head, script);
        for (int i = tail; i > 0; i--) {
            script.add(new Line(' ', old.get(old.size() - i), old.size() - i + 1, now.size() - i + 1));
        }
        return script;
    }

    private static void middle(List<String> old, List<String> now, int head, List<Line> script) {
        boolean careful = old.size() <= CAREFUL && now.size() <= CAREFUL;
        int[][] common = new int[careful ? old.size() + 1 : 1][careful ? now.size() + 1 : 1];
        if (careful) {
            for (int i = old.size() - 1; i >= 0; i--) {
                for (int j = now.size() - 1; j >= 0; j--) {
                    common[i][j] = old.get(i).equals(now.get(j))
                            ? common[i + 1][j + 1] + 1
                            : Math.max(common[i + 1][j], common[i][j + 1]);
                }
            }
        }
        int i = 0;
        int j = 0;
        while (i < old.size() || j < now.size()) {
            if (careful && i < old.size() && j < now.size() && old.get(i).equals(now.get(j))) {
                script.add(new Line(' ', old.get(i), head + i + 1, head + j + 1));
                i++;
                j++;
            } else if (i < old.size() && (j >= now.size() || !careful || common[i + 1][j] >= common[i][j + 1])) {
                script.add(new Line('-', old.get(i), head + i + 1, head + j + 1));
                i++;
            } else {
                script.add(new Line('+', now.get(j), head + i + 1, head + j + 1));
                j++;
            }
        }
    }

    private static List<String> lines(String text) {
        if (text.isEmpty()) {
            return List.of();
        }
        List<String> lines = new ArrayList<>(Arrays.asList(text.split("\\r?\\n", -1)));
        if (lines.get(lines.size() - 1).isEmpty()) {
            lines.remove(lines.size() - 1);
        }
        return lines;
    }
}
