package dev.plumbline.cli;

import java.io.Console;
import java.lang.reflect.InvocationTargetException;
import org.jspecify.annotations.Nullable;

/** Whether somebody is there: standard input and output both are a terminal. */
final class AtTerminal {
    private AtTerminal() {}

    /** To ask them; nothing where nobody is there. */
    static @Nullable Console console() {
        Console console = System.console();
        return isTerminal(console) ? console : null;
    }

    static boolean somebody() {
        return console() != null;
    }

    /** Java 22 to 24 have a console even without a terminal; it can be asked from 22 on, which is later than we compile for. */
    private static boolean isTerminal(@Nullable Console console) {
        if (console == null) {
            return false;
        }
        try {
            return Boolean.TRUE.equals(Console.class.getMethod("isTerminal").invoke(console));
        } catch (NoSuchMethodException before22) {
            return true;
        } catch (IllegalAccessException | InvocationTargetException cannotTell) {
            return false;
        }
    }
}
