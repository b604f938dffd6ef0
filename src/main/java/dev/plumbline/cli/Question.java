package dev.plumbline.cli;

import dev.plumbline.workbench.UserError;
import java.io.Console;
import java.util.Locale;

/** A yes-or-no question at the terminal. */
final class Question {
    private Question() {}

    /**
     * Asks it.
     *
     * @throws UserError if nobody is there to answer
     */
    static boolean yes(String question) {
        Console console = AtTerminal.console();
        if (console == null) {
            throw unanswered(question);
        }
        String answer = console.readLine("%s Type yes: ", question);
        return answer != null && answer.strip().toLowerCase(Locale.ROOT).equals("yes");
    }

    /** That nobody is there to answer it. */
    static UserError unanswered(String question) {
        return UserError.usage(question + " Nobody is at the terminal to answer: add --yes to agree.");
    }
}
