package dev.plumbline.terraform.source;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Terraform's conversions between the primitive types. */
final class Conversions {

    private Conversions() {}

    static @Nullable String toText(@Nullable Object data) {
        if (data instanceof String text) {
            return text;
        }
        if (data instanceof BigDecimal number) {
            return number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
        }
        return data instanceof Boolean truth ? truth.toString() : null;
    }

    static @Nullable BigDecimal toNumber(@Nullable Object data) {
        if (data instanceof BigDecimal number) {
            return number;
        }
        if (data instanceof String text
                && text.matches("[+-]?(\\d{1,60}\\.?\\d{0,60}|\\.\\d{1,60})([eE][+-]?\\d{1,2})?")) {
            return new BigDecimal(text);
        }
        return null;
    }

    static @Nullable Boolean toTruth(@Nullable Object data) {
        if (data instanceof Boolean truth) {
            return truth;
        }
        if (data instanceof String text) {
            // Terraform also takes "1" and "0".
            return switch (text) {
                case "true", "1" -> true;
                case "false", "0" -> false;
                default -> null;
            };
        }
        return null;
    }

    static boolean isWhollyKnown(@Nullable Object data) {
        if (data instanceof Value.Unknown) {
            return false;
        }
        if (data instanceof List<?> list) {
            return list.stream().allMatch(Conversions::isWhollyKnown);
        }
        return !(data instanceof Map<?, ?> map) || map.values().stream().allMatch(Conversions::isWhollyKnown);
    }

    static Value wrap(@Nullable Object element, List<SourceRange> via) {
        return element instanceof Value.Unknown unknown ? unknown : new Value.Known(element, via);
    }

    /** What goes into a list or map for a value. */
    static @Nullable Object unwrap(Value value) {
        return value instanceof Value.Known known ? known.data() : value;
    }

    /** Elements of one type, as lists, sets and maps have them: primitive ones are texts as soon as one is. */
    static List<@Nullable Object> unified(Collection<?> elements) {
        boolean anyText = elements.stream().anyMatch(String.class::isInstance);
        boolean allPrimitive = elements.stream()
                .allMatch(element -> element == null || (!(element instanceof Value) && toText(element) != null));
        List<@Nullable Object> unified = new ArrayList<>();
        elements.forEach(element -> unified.add(anyText && allPrimitive ? toText(element) : element));
        return unified;
    }

    /** Equality as Terraform sees it: numbers by value. */
    static boolean same(@Nullable Object left, @Nullable Object right) {
        if (left instanceof BigDecimal a && right instanceof BigDecimal b) {
            return a.compareTo(b) == 0;
        }
        if (left instanceof List<?> a && right instanceof List<?> b) {
            if (a.size() != b.size() || a instanceof TerraformSet != b instanceof TerraformSet) {
                return false;
            }
            for (int i = 0; i < a.size(); i++) {
                if (!same(a.get(i), b.get(i))) {
                    return false;
                }
            }
            return true;
        }
        if (left instanceof Map<?, ?> a && right instanceof Map<?, ?> b) {
            return a.keySet().equals(b.keySet()) && a.keySet().stream().allMatch(key -> same(a.get(key), b.get(key)));
        }
        return left == null ? right == null : left.equals(right);
    }
}
