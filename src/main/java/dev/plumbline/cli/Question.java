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
    @SuppressWarnings("SystemConsoleNull") // readLine answers null where nobody is there on Java 22 and later
    static boolean yes(String question) {
        Console console = System.console();
        if (console == null) {
            throw UserError.usage(question + " Nobody is at the terminal to answer: add --yes to agree.");
        }
        String answer = console.readLine("%s Type yes: ", question);
        return answer != null && answer.strip().toLowerCase(Locale.ROOT).equals("yes");
    }
}
