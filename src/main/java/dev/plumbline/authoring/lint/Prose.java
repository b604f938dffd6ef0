package dev.plumbline.authoring.lint;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The sentences of a Markdown text: without code, tables, headings, quotes of output and tags.
 *
 * @param sentences each as its words
 */
record Prose(List<List<String>> sentences) {
    private static final Pattern NO_WORD = Pattern.compile("[^\\p{L}\\p{N}'-]+");
    private static final Pattern VOWELS = Pattern.compile("[aeiouy]+");

    static Prose of(String markdown) {
        StringBuilder running = new StringBuilder();
        boolean fenced = false;
        for (String line : markdown.split("\n", -1)) {
            if (line.strip().startsWith("```")) {
                fenced = !fenced;
                continue;
            }
            boolean skipped = fenced
                    || line.startsWith("    ")
                    || line.startsWith("\t")
                    || line.startsWith("|")
                    || line.startsWith("#")
                    || line.startsWith(">");
            if (skipped || line.isBlank()) {
                running.append(". ");
                continue;
            }
            boolean item = line.matches("\\s*([-*]|\\d+\\.)\\s.*");
            running.append(item ? ". " : " ").append(line.replaceFirst("^\\s*([-*]|\\d+\\.)\\s", ""));
        }
        String plain = running.toString()
                .replaceAll("\\{\\{[^}]*\\}\\}", "word")
                .replaceAll("`[^`]*`", "code")
                .replaceAll("\\[([^\\]]*)\\]\\([^)]*\\)", "$1")
                .replaceAll("[*_]", "");
        List<List<String>> sentences = new ArrayList<>();
        for (String sentence : plain.split("(?<=[.!?:;])\\s+", -1)) {
            List<String> words = new ArrayList<>();
            for (String word : NO_WORD.split(sentence, -1)) {
                if (!word.isEmpty()) {
                    words.add(word);
                }
            }
            if (words.size() > 1) {
                sentences.add(words);
            }
        }
        return new Prose(sentences);
    }

    int words() {
        return sentences.stream().mapToInt(List::size).sum();
    }

    /** The Flesch-Kincaid grade: the school year that reads it with ease; 0 for a text without sentences. */
    double grade() {
        int words = words();
        if (words == 0) {
            return 0;
        }
        int syllables = sentences.stream()
                .flatMap(List::stream)
                .mapToInt(Prose::syllables)
                .sum();
        return 0.39 * words / sentences.size() + 11.8 * syllables / words - 15.59;
    }

    private static int syllables(String word) {
        String low = word.toLowerCase(Locale.ROOT).replaceAll("(?<=[^l])e$", "");
        return Math.max(1, (int) VOWELS.matcher(low).results().count());
    }
}
