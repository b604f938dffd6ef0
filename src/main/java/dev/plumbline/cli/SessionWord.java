package dev.plumbline.cli;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine.UnmatchedArgumentException;

/** A word that means something in the session only, typed where the program is started. */
final class SessionWord {
    private static final String SESSION = "start";

    /** Each with the command that answers the same from here; for the others that is the session. */
    private static final Map<String, List<String>> WORDS = Map.of(
            "task", List.of("read", "task"),
            "solution", List.of("read", "solution"),
            "progress", List.of(SESSION),
            "clock", List.of("practice", "--timed"),
            "belt", List.of("stream"),
            "help", List.of("--help"),
            "quit", List.of(SESSION),
            "exit", List.of(SESSION),
            "logout", List.of(SESSION));

    private SessionWord() {}

    /** Where that word has its place, if it is the first on the command line and one of those. */
    static Optional<String> explain(UnmatchedArgumentException unmatched) {
        List<String> words = unmatched.getUnmatched();
        boolean root = unmatched.getCommandLine().getParent() == null;
        String word = words.isEmpty() ? "" : words.get(0).toLowerCase(Locale.ROOT);
        List<String> instead = WORDS.get(word);
        if (!root || instead == null) {
            return Optional.empty();
        }
        String lab = words.size() > 1 && !words.get(1).startsWith("-") ? words.get(1) : "LAB";
        Invocation invocation = Invocation.on(lab);
        String session = "'" + word + "' is a command of the session, which begins with: " + invocation.of(SESSION);
        if (word.equals("help")) {
            return Optional.of("All commands: " + Invocation.bare("--help") + "\nOne of them: "
                    + Invocation.bare("check", "--help"));
        }
        if (instead.get(0).equals(SESSION)) {
            return Optional.of(
                    word.equals("progress")
                            ? session + "\nHow far you are shows: " + Invocation.bare("list")
                            : session);
        }
        String more =
                instead.size() > 1 ? invocation.of(instead.get(0), instead.get(1)) : invocation.of(instead.get(0));
        return Optional.of(session + "\nFrom here: " + more);
    }
}
