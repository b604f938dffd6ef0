package dev.plumbline.sandbox.wire;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Collects what is wrong with an input, and says it as AWS does: all at once, the first ten. */
final class Violations {
    private static final int MOST = 10;
    private static final int SHOWN = 1024;
    private final List<String> found = new ArrayList<>();

    void add(@Nullable String value, String path, String constraint) {
        if (found.size() < MOST) {
            found.add("Value " + (value == null ? "null" : "'" + shorten(value) + "'") + " at '" + path
                    + "' failed to satisfy constraint: " + constraint);
        }
    }

    private static String shorten(String value) {
        return value.length() <= SHOWN ? value : value.substring(0, SHOWN) + "…";
    }

    void orThrow() {
        if (!found.isEmpty()) {
            throw AwsException.validation(found.size() + " validation error" + (found.size() == 1 ? "" : "s")
                    + " detected: " + String.join("; ", found));
        }
    }
}
