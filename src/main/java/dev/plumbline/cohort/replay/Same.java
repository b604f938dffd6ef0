package dev.plumbline.cohort.replay;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Whether two layers give one value: a number may be written as a text, and what one does not know is no difference. */
final class Same {
    private Same() {}

    /** Whether both are plain values, and not the same one. */
    static boolean differ(@Nullable Object one, @Nullable Object other) {
        return isPlain(one) && isPlain(other) && !text(one).equals(text(other));
    }

    private static boolean isPlain(@Nullable Object value) {
        return value instanceof String || value instanceof Number || value instanceof Boolean;
    }

    private static String text(@Nullable Object value) {
        return value instanceof Number number
                ? new BigDecimal(number.toString()).stripTrailingZeros().toPlainString()
                : String.valueOf(value);
    }
}
