package dev.plumbline.terminal;

import java.util.ArrayList;
import java.util.List;

/** Which of a lab's texts may be read at any time. */
public final class Topics {
    /** It would give the answer away. */
    private static final String SOLUTION = "solution";

    private Topics() {}

    /** All but the solution, the task first. */
    public static List<String> open(List<String> all) {
        List<String> open = new ArrayList<>(all);
        open.remove(SOLUTION);
        if (open.remove("task")) {
            open.add(0, "task");
        }
        return open;
    }
}
