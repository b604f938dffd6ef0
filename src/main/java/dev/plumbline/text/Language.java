package dev.plumbline.text;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The language of the texts: English, in {@code content}, or a translation, in {@code content/languages/TAG}. A translation
 * has the same files at the same places, and its {@code en.yaml} are called {@code TAG.yaml}; what it lacks is English.
 *
 * @param home the folder with {@code content}
 * @param tag such as {@code en}, {@code de} or {@code pt_BR}
 */
public record Language(Path home, String tag) {
    /** The language in which Plumbline is written. */
    public static final String ENGLISH = "en";

    /** Names the language, whatever the locale is. */
    public static final String VARIABLE = "PLUMBLINE_LANGUAGE";

    /** The launcher may run us in another locale than the caller's, and keeps theirs here. */
    private static final List<String> LOCALE = List.of("PLUMBLINE_LC_ALL", "LC_ALL", "LC_MESSAGES", "LANG");

    /** The one that this process's environment asks for. */
    public static Language chosen(Path home) {
        return of(home, System.getenv());
    }

    /** The one that an environment asks for: by its variable, else by its locale; English if there is no such translation. */
    static Language of(Path home, Map<String, String> environment) {
        String asked = environment.getOrDefault(VARIABLE, "");
        for (String variable : LOCALE) {
            asked = asked.isEmpty() ? environment.getOrDefault(variable, "") : asked;
        }
        String locale = asked.replaceFirst("[.@].*", "").replace('-', '_');
        for (String tag : List.of(locale, locale.replaceFirst("_.*", ""))) {
            if (tag.matches("[A-Za-z]{2,3}(_[A-Za-z]+)?") && Files.isDirectory(folder(home, tag))) {
                return new Language(home, tag);
            }
        }
        return new Language(home, ENGLISH);
    }

    private static Path folder(Path home, String tag) {
        return home.resolve("content").resolve("languages").resolve(tag);
    }

    /** The tags of all translations, sorted. */
    public static List<String> translations(Path home) {
        List<String> tags = new ArrayList<>();
        for (Path folder : entries(home.resolve("content").resolve("languages"))) {
            if (Files.isDirectory(folder)) {
                tags.add(folder.getFileName().toString());
            }
        }
        return tags;
    }

    /** Whether it is English itself. */
    public boolean isEnglish() {
        return tag.equals(ENGLISH);
    }

    /** The file of this language for an English one such as {@code session/en.yaml}, whether there is one or not. */
    public Path own(String english) {
        return isEnglish()
                ? home.resolve("content").resolve(english)
                : folder(home, tag).resolve(english.replaceFirst("(^|/)en\\.yaml$", "$1" + tag + ".yaml"));
    }

    /** The file to read for an English one: that of this language if it is there. */
    public Path file(String english) {
        Path own = own(english);
        return Files.isRegularFile(own) ? own : new Language(home, ENGLISH).own(english);
    }

    /** The folder of a lab's texts: that of this language if no text is missing from it. */
    public Path texts(String lab) {
        Path english = new Language(home, ENGLISH).own(lab);
        Path own = own(lab);
        return entries(english).stream()
                        .allMatch(file -> Files.isRegularFile(
                                own.resolve(file.getFileName().toString())))
                ? own
                : english;
    }

    private static List<Path> entries(Path folder) {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
