package dev.plumbline.terraform.source;

import java.math.BigDecimal;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The {@code format} function: the verbs s, d, v, q and t, with a width. */
final class Formats {

    private static final Pattern VERB = Pattern.compile("%(?:%|([-0]?)(\\d{0,3})([a-zA-Z]))");

    private Formats() {}

    static Object format(String pattern, List<@Nullable Object> arguments) {
        StringBuilder out = new StringBuilder();
        Matcher verb = VERB.matcher(pattern);
        int from = 0;
        int used = 0;
        while (verb.find()) {
            if (pattern.substring(from, verb.start()).indexOf('%') >= 0) {
                return Functions.UNSUPPORTED;
            }
            out.append(pattern, from, verb.start());
            from = verb.end();
            if (verb.group().equals("%%")) {
                out.append('%');
                continue;
            }
            if (used >= arguments.size()) {
                return Functions.INVALID;
            }
            Object argument = arguments.get(used++);
            String piece = piece(verb.group(3), argument);
            if (piece == null) {
                boolean refused = argument != null && "dt".contains(verb.group(3));
                return refused ? Functions.INVALID : Functions.UNSUPPORTED;
            }
            out.append(pad(piece, verb.group(1), verb.group(2)));
        }
        boolean leftover = pattern.indexOf('%', from) >= 0;
        if (leftover) {
            return Functions.UNSUPPORTED;
        }
        out.append(pattern.substring(from));
        return used == arguments.size() ? out.toString() : Functions.INVALID;
    }

    private static @Nullable String piece(String verb, @Nullable Object argument) {
        return switch (verb) {
            case "s", "v" -> Conversions.toText(argument);
            case "d" -> {
                BigDecimal number = Conversions.toNumber(argument);
                boolean whole = number != null && number.stripTrailingZeros().scale() <= 0;
                yield number != null && whole ? number.toBigInteger().toString() : null;
            }
            case "t" -> {
                Boolean truth = Conversions.toTruth(argument);
                yield truth == null ? null : truth.toString();
            }
            case "q" -> {
                String text = Conversions.toText(argument);
                boolean plain =
                        text != null && text.chars().allMatch(c -> c >= ' ' && c < 127 && c != '"' && c != '\\');
                yield plain ? "\"" + text + "\"" : null;
            }
            default -> null;
        };
    }

    private static String pad(String text, String flag, String width) {
        int missing = width.isEmpty() ? 0 : Integer.parseInt(width) - text.codePointCount(0, text.length());
        if (missing <= 0) {
            return text;
        }
        if (flag.equals("-")) {
            return text + " ".repeat(missing);
        }
        if (!flag.equals("0")) {
            return " ".repeat(missing) + text;
        }
        boolean negative = text.startsWith("-");
        return (negative ? "-" : "") + "0".repeat(missing) + (negative ? text.substring(1) : text);
    }
}
