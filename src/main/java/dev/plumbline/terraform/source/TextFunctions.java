package dev.plumbline.terraform.source;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.IntUnaryOperator;
import org.jspecify.annotations.Nullable;

/** The functions on texts. */
final class TextFunctions {

    private TextFunctions() {}

    static @Nullable Object apply(String name, List<@Nullable Object> data) {
        Arguments a = new Arguments(data);
        try {
            return switch (name) {
                case "upper" -> eachPoint(a.text(0), Character::toUpperCase);
                case "lower" -> eachPoint(a.text(0), Character::toLowerCase);
                case "title" -> title(a.text(0));
                case "trimspace" -> trimSpace(a.text(0));
                case "chomp" -> a.text(0).replaceFirst("[\\r\\n]+$", "");
                case "trim" -> trim(a.text(0), a.text(1));
                case "trimprefix" ->
                    a.text(0).startsWith(a.text(1))
                            ? a.text(0).substring(a.text(1).length())
                            : a.text(0);
                case "trimsuffix" ->
                    a.text(0).endsWith(a.text(1))
                            ? a.text(0)
                                    .substring(0, a.text(0).length() - a.text(1).length())
                            : a.text(0);
                case "startswith" -> a.text(0).startsWith(a.text(1));
                case "endswith" -> a.text(0).endsWith(a.text(1));
                case "strcontains" -> a.text(0).contains(a.text(1));
                case "strrev" ->
                    isSimple(a.text(0)) ? new StringBuilder(a.text(0)).reverse().toString() : Functions.UNSUPPORTED;
                case "replace" -> replace(a.text(0), a.text(1), a.text(2));
                case "substr" -> substring(a.text(0), a.whole(1), a.whole(2));
                case "split" -> split(a.text(0), a.text(1));
                case "join" -> join(a);
                case "format" -> Formats.format(a.text(0), a.all().subList(1, a.count()));
                default -> Functions.UNSUPPORTED;
            };
        } catch (Arguments.Refused e) {
            return Functions.INVALID;
        }
    }

    /** Terraform changes the case of single characters: ß has no capital. */
    private static String eachPoint(String text, IntUnaryOperator change) {
        StringBuilder out = new StringBuilder(text.length());
        text.codePoints().map(change).forEach(out::appendCodePoint);
        return out.toString();
    }

    private static boolean isSpace(int c) {
        return Character.isSpaceChar(c) || (c >= '\t' && c <= '\r') || c == 0x85;
    }

    private static String trimSpace(String text) {
        int from = 0;
        int to = text.length();
        while (from < to && isSpace(text.charAt(from))) {
            from++;
        }
        while (to > from && isSpace(text.charAt(to - 1))) {
            to--;
        }
        return text.substring(from, to);
    }

    /** Whether each character stands alone: Terraform counts what is seen as one as one. */
    static boolean isSimple(String text) {
        return text.chars().allMatch(c -> c < 0x300 || (Character.isLetterOrDigit(c) && (c < 0xE00 || c > 0x11FF)));
    }

    private static String title(String text) {
        StringBuilder out = new StringBuilder();
        boolean start = true;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            out.append(start ? Character.toTitleCase(c) : c);
            boolean word = Character.isLetterOrDigit(c) || c == '_';
            start = c < 128 ? !word : !word && isSpace(c);
        }
        return out.toString();
    }

    private static String trim(String text, String cutset) {
        int from = 0;
        int to = text.length();
        while (from < to && cutset.indexOf(text.charAt(from)) >= 0) {
            from++;
        }
        while (to > from && cutset.indexOf(text.charAt(to - 1)) >= 0) {
            to--;
        }
        return text.substring(from, to);
    }

    private static Object replace(String text, String what, String by) {
        // Between slashes it is a regular expression of another dialect than Java's.
        boolean pattern = what.length() > 1 && what.startsWith("/") && what.endsWith("/");
        boolean large = what.isEmpty() || (long) text.length() * (by.length() + 1) > 1_000_000;
        return pattern || large ? Functions.UNSUPPORTED : text.replace(what, by);
    }

    private static Object substring(String text, int offset, int length) {
        if (!isSimple(text)) {
            return Functions.UNSUPPORTED;
        }
        int from = offset < 0 ? Math.max(0, text.length() + offset) : Math.min(offset, text.length());
        int to = length < 0 ? text.length() : Math.min(text.length(), from + length);
        return text.substring(from, to);
    }

    private static Object split(String separator, String text) {
        if (separator.isEmpty()) {
            return Functions.UNSUPPORTED;
        }
        List<@Nullable Object> parts = new ArrayList<>();
        int from = 0;
        for (int at = text.indexOf(separator); at >= 0; at = text.indexOf(separator, from)) {
            parts.add(text.substring(from, at));
            from = at + separator.length();
        }
        parts.add(text.substring(from));
        return parts;
    }

    private static Object join(Arguments a) {
        StringBuilder out = new StringBuilder();
        boolean first = true;
        for (int i = 1; i < a.count(); i++) {
            for (Object element : a.list(i)) {
                out.append(first ? "" : a.text(0)).append(Arguments.textOf(element));
                first = false;
                if (out.length() > 1_000_000) {
                    return Functions.UNSUPPORTED;
                }
            }
        }
        return out.toString();
    }

    /** Numbers in texts, for {@link Formats}. */
    static String plain(BigDecimal number) {
        return String.valueOf(Conversions.toText(number));
    }
}
