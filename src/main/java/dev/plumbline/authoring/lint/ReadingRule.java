package dev.plumbline.authoring.lint;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How the texts read: their level, the length of sentences, lines and whole texts, words that make little of effort. */
final class ReadingRule implements LintRule {
    private static final double HIGHEST_GRADE = 9;
    private static final int LONGEST_SENTENCE = 40;
    private static final int LONGEST_LINE = 80;
    private static final int LONGEST_TASK = 500;
    private static final int LONGEST_TEXT = 1800;
    private static final Pattern BELITTLING = Pattern.compile(
            "\\b(just|simply|obviously|of course|easy|easily|trivial|trivially)\\b", Pattern.CASE_INSENSITIVE);

    @Override
    public List<Remark> check(Scene scene) {
        List<Remark> remarks = new ArrayList<>();
        scene.texts().forEach((name, text) -> {
            String shown = scene.shown(name);
            Prose prose = Prose.of(text);
            level(shown, name, prose, remarks);
            lines(shown, text, remarks);
        });
        return remarks;
    }

    private static void level(String shown, String name, Prose prose, List<Remark> remarks) {
        if (prose.words() > 40 && prose.grade() > HIGHEST_GRADE) {
            remarks.add(Remark.advice(
                    shown,
                    String.format(
                            java.util.Locale.ROOT,
                            "reads like school year %.0f (Flesch-Kincaid); %.0f is the limit",
                            prose.grade(),
                            HIGHEST_GRADE),
                    "Shorter sentences, shorter words"));
        }
        int most = name.equals("task.md") ? LONGEST_TASK : LONGEST_TEXT;
        if (prose.words() > most) {
            remarks.add(Remark.advice(
                    shown,
                    "has " + prose.words() + " words; " + most + " is the limit",
                    "Move detail to another text"));
        }
        prose.sentences().stream()
                .filter(words -> words.size() > LONGEST_SENTENCE)
                .forEach(words -> remarks.add(Remark.advice(
                        shown,
                        "a sentence of " + words.size() + " words: \"" + String.join(" ", words.subList(0, 6)) + " …\"",
                        "Make two of it")));
    }

    private static void lines(String shown, String text, List<Remark> remarks) {
        int number = 0;
        boolean fenced = false;
        for (String line : text.split("\n", -1)) {
            number++;
            fenced ^= line.strip().startsWith("```");
            boolean free = fenced || line.startsWith("|") || line.startsWith("    ") || line.contains("https://");
            if (!free && line.codePointCount(0, line.length()) > LONGEST_LINE) {
                remarks.add(Remark.advice(
                        shown, number, LONGEST_LINE + 1, "the line is longer than " + LONGEST_LINE, "Break it"));
            }
            Matcher belittling = BELITTLING.matcher(line);
            if (!free && belittling.find()) {
                remarks.add(Remark.advice(
                        shown,
                        number,
                        line.codePointCount(0, belittling.start()) + 1,
                        "'" + belittling.group() + "' makes little of what may be hard",
                        "Leave it out"));
            }
        }
    }
}
