package dev.plumbline.workbench;

import java.util.HashMap;
import java.util.Map;

/**
 * The environment in which somebody called {@code lab}. Where their locale knows ASCII alone, the launcher runs this program
 * in one of UTF-8, without which Java can neither name their files nor take what they type; the drawing and their own
 * commands keep the locale they chose.
 */
public final class CallerEnvironment {
    private static final String CHOSEN = "PLUMBLINE_LC_ALL";

    private CallerEnvironment() {}

    /** The environment as the caller has it. */
    public static Map<String, String> get() {
        return before(System.getenv());
    }

    /** The same, from what the launcher made of it. */
    static Map<String, String> before(Map<String, String> launched) {
        String chosen = launched.get(CHOSEN);
        if (chosen == null) {
            return launched;
        }
        Map<String, String> own = new HashMap<>(launched);
        own.remove(CHOSEN);
        if (chosen.isEmpty()) {
            own.remove("LC_ALL");
        } else {
            own.put("LC_ALL", chosen);
        }
        return Map.copyOf(own);
    }
}
