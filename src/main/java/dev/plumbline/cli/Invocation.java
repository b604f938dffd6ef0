package dev.plumbline.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How this program is called from where the user stands: every command that is shown to be typed is made here, so that it
 * works as it is shown, on the folder and the AWS that were named.
 *
 * @param program what starts it: {@code lab} where that is on the PATH, else the launcher's path as it was typed
 * @param lab the lab that is worked on
 * @param options what has to be said again each time, as words: {@code --dir}, {@code --aws} and their values
 */
record Invocation(String program, String lab, List<String> options) {
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_./:@%+=,-]+");
    private static final Pattern MENTION =
            Pattern.compile("(?<![\\w./-])lab (" + String.join("|", Commands.NAMES) + ")\\b(?: ([a-z0-9][a-z0-9-]*))?");

    Invocation {
        options = List.copyOf(options);
    }

    /** For a lab in its usual folder, on the built-in AWS. */
    static Invocation on(String lab) {
        return new Invocation(self(), lab, List.of());
    }

    /** What starts this program, as the launcher tells it; quoted where a shell needs that. */
    static String self() {
        return quoted(System.getProperty("plumbline.command", "lab"));
    }

    /** A command that is about no lab, such as {@code lab doctor}. */
    static String bare(String... words) {
        List<String> all = new ArrayList<>(List.of(self()));
        for (String word : words) {
            all.add(quoted(word));
        }
        return String.join(" ", all);
    }

    /**
     * The whole command line.
     *
     * @param command one of {@link Commands#NAMES}
     * @param more what follows the lab and the options
     */
    String of(String command, String... more) {
        List<String> words = new ArrayList<>(List.of(program, command, lab));
        options.forEach(option -> words.add(quoted(option)));
        for (String word : more) {
            words.add(quoted(word));
        }
        return String.join(" ", words);
    }

    /** A text that names commands in short, such as {@code lab reset LAB}, with the whole command lines in their place. */
    String complete(String text) {
        return MENTION.matcher(text)
                .replaceAll(found -> Matcher.quoteReplacement(whole(found.group(1), found.group(2))));
    }

    private String whole(String command, @Nullable String next) {
        if (lab.equals(next)) {
            return of(command);
        }
        return program + " " + command + (next == null ? "" : " " + next);
    }

    /** A word as a shell takes it. */
    static String quoted(String word) {
        return PLAIN.matcher(word).matches() ? word : "'" + word.replace("'", "'\\''") + "'";
    }
}
