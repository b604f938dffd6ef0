package dev.plumbline.terminal;

import java.util.Locale;
import java.util.Set;

/**
 * The answer to a question of a command's that has ended meanwhile. The shell has a program of the name {@code yes} that
 * writes without end; one who means it can put {@code !} before.
 */
final class LateAnswer {
    private static final Set<String> ANSWERS = Set.of("yes", "y", "no", "n");

    private LateAnswer() {}

    static boolean is(String line) {
        return ANSWERS.contains(line.strip().toLowerCase(Locale.ROOT));
    }
}
