package dev.plumbline.cli;

import dev.plumbline.workbench.UserError;
import java.io.Console;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Questions at the terminal for what no option says; asked again until the answer will do. */
final class Interview {
    /** Asks nothing. */
    static final Interview SILENT = new Interview(null);

    private final @Nullable Console console;

    private Interview(@Nullable Console console) {
        this.console = console;
    }

    /** With whoever is at the terminal; where nobody is, it asks nothing. */
    static Interview atTerminal() {
        return new Interview(AtTerminal.console());
    }

    /**
     * What was said, or is answered, or stands in for it.
     *
     * @param check throws a {@link UserError} for an answer that will not do
     */
    String or(@Nullable String said, String question, String otherwise, Consumer<String> check) {
        Console at = console;
        if (said != null || at == null) {
            return said == null ? otherwise : said;
        }
        while (true) {
            String answer = at.readLine("%s%s ", question, otherwise.isEmpty() ? "" : " [" + otherwise + "]");
            String given = answer == null || answer.isBlank() ? otherwise : answer.strip();
            if (answer == null || accepted(at, given, check)) {
                return given;
            }
        }
    }

    /** Takes answers one by one until an empty one; those that will not do are told why and not counted. */
    void more(String question, Consumer<String> take) {
        Console at = console;
        if (at == null) {
            return;
        }
        at.printf("%s%n", question);
        while (true) {
            String answer = at.readLine("  ");
            if (answer == null || answer.isBlank()) {
                return;
            }
            boolean ignored = accepted(at, answer.strip(), take);
        }
    }

    private static boolean accepted(Console at, String answer, Consumer<String> check) {
        try {
            check.accept(answer);
            return true;
        } catch (UserError told) {
            at.printf("%s%n", told.text());
            return false;
        }
    }
}
