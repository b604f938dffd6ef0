package dev.plumbline.terraform.source;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Conversions, numbers, and choosing among values. */
final class OtherFunctions {

    private static final int LONGEST_RANGE = 1024;

    private OtherFunctions() {}

    static @Nullable Object apply(String name, List<@Nullable Object> data) {
        Arguments a = new Arguments(data);
        try {
            return switch (name) {
                case "tostring" -> a.any(0) == null ? null : a.text(0);
                case "tonumber" -> a.any(0) == null ? null : a.number(0);
                case "tobool" -> a.any(0) == null ? null : truth(a.any(0));
                case "coalesce" -> coalesce(a);
                case "coalescelist" ->
                    a.all().stream()
                            .filter(list -> list instanceof List<?> candidate && !candidate.isEmpty())
                            .findFirst()
                            .orElse(Functions.INVALID);
                case "sensitive", "nonsensitive" -> a.any(0);
                case "abs" -> a.number(0).abs();
                case "ceil" -> a.number(0).setScale(0, RoundingMode.CEILING);
                case "floor" -> a.number(0).setScale(0, RoundingMode.FLOOR);
                case "max" -> numbers(a).stream().max(Comparator.naturalOrder()).orElseThrow(Arguments.Refused::new);
                case "min" -> numbers(a).stream().min(Comparator.naturalOrder()).orElseThrow(Arguments.Refused::new);
                case "range" -> range(a);
                case "jsonencode" -> Json.encode(a.any(0));
                case "jsondecode" -> Json.decode(a.text(0));
                default -> Functions.UNSUPPORTED;
            };
        } catch (Arguments.Refused e) {
            return Functions.INVALID;
        }
    }

    private static Object truth(@Nullable Object value) {
        Boolean truth = Conversions.toTruth(value);
        return truth == null ? Functions.INVALID : truth;
    }

    private static @Nullable Object coalesce(Arguments a) {
        boolean text = a.all().stream().anyMatch(String.class::isInstance);
        for (Object candidate : a.all()) {
            if (candidate != null && !candidate.equals("")) {
                return text && !(candidate instanceof Value.Unknown) ? Arguments.textOf(candidate) : candidate;
            }
        }
        return Functions.INVALID;
    }

    private static List<BigDecimal> numbers(Arguments a) {
        List<BigDecimal> numbers = new ArrayList<>();
        for (int i = 0; i < a.count(); i++) {
            numbers.add(a.number(i));
        }
        return numbers;
    }

    private static Object range(Arguments a) {
        if (numbers(a).stream().anyMatch(number -> number.stripTrailingZeros().scale() > 0)) {
            return Functions.UNSUPPORTED;
        }
        int from = a.count() > 1 ? a.whole(0) : 0;
        int to = a.whole(a.count() > 1 ? 1 : 0);
        int step = a.count() > 2 ? a.whole(2) : to < from ? -1 : 1;
        if (step == 0 || Math.abs((to - from) / step) > LONGEST_RANGE) {
            return Functions.INVALID;
        }
        List<@Nullable Object> list = new ArrayList<>();
        for (int i = from; step > 0 ? i < to : i > to; i += step) {
            list.add(BigDecimal.valueOf(i));
        }
        return list;
    }
}
