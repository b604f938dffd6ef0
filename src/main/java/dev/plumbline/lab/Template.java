package dev.plumbline.lab;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A text with Mustache tags, looked over before it is ever filled in. Mustache itself is silent about an unknown variable
 * and names no column; lab files get neither partials nor changed delimiters, so that a text can reach nothing but the
 * names it is given.
 */
final class Template {
    private static final Pattern TAG = Pattern.compile("\\{\\{\\{?\\s*([#^/&!>=]?)\\s*([^}]*?)\\s*\\}?\\}\\}");

    private Template() {}

    /**
     * A tag that cannot be filled in.
     *
     * @param tag as it stands in the text
     * @param occurrence which of the same tags, from 0
     * @param offset where in the text, in chars
     * @param says what is wrong
     * @param next what to do
     */
    record Flaw(String tag, int occurrence, int offset, String says, String next) {}

    /** Whether there is anything to fill in. */
    static boolean isPlain(String text) {
        return !text.contains("{{");
    }

    /** Everything wrong with the tags of a text, given the names that will be there. */
    static List<Flaw> flaws(String text, Set<String> known) {
        List<Flaw> flaws = new ArrayList<>();
        Deque<Open> open = new ArrayDeque<>();
        Map<String, Integer> seen = new HashMap<>();
        Matcher tags = TAG.matcher(text);
        int end = 0;
        while (tags.find()) {
            unclosed(text, end, tags.start(), flaws, seen);
            end = tags.end();
            String tag = tags.group();
            int occurrence = seen.merge(tag, 1, Integer::sum) - 1;
            String name = tags.group(2);
            String wrong = "";
            String next = "";
            switch (tags.group(1)) {
                case "!" -> {}
                case ">", "=" -> {
                    wrong = "a template has no partials and no other delimiters";
                    next = "Write the text here, or in a content file of its own";
                }
                case "/" -> {
                    Open last = open.poll();
                    if (last == null || !last.name().equals(name)) {
                        wrong = "'" + tag + "' closes nothing" + (last == null ? "" : "; '" + last.tag() + "' is open");
                        next = last == null ? "Remove it" : "Write {{/" + last.name() + "}}";
                    }
                }
                default -> {
                    if (!known.contains(name)) {
                        wrong = "unknown variable '" + name + "'";
                        next = Nearest.hint(name, known);
                    }
                    if (tags.group(1).equals("#") || tags.group(1).equals("^")) {
                        open.push(new Open(tag, name, occurrence, tags.start()));
                    }
                }
            }
            if (!wrong.isEmpty()) {
                flaws.add(new Flaw(tag, occurrence, tags.start(), wrong, next));
            }
        }
        unclosed(text, end, text.length(), flaws, seen);
        open.forEach(section -> flaws.add(new Flaw(
                section.tag(),
                section.occurrence(),
                section.offset(),
                "the section '" + section.tag() + "' is never closed",
                "Add {{/" + section.name() + "}}")));
        return flaws;
    }

    private static void unclosed(String text, int from, int to, List<Flaw> flaws, Map<String, Integer> seen) {
        int at = text.indexOf("{{", from);
        if (at >= 0 && at < to) {
            int occurrence = seen.values().stream().mapToInt(Integer::intValue).sum();
            flaws.add(new Flaw("{{", occurrence, at, "'{{' without its '}}'", "Close the tag"));
        }
    }

    private record Open(String tag, String name, int occurrence, int offset) {}
}
