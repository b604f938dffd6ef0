package dev.plumbline.cohort.handin;

import dev.plumbline.cohort.bundle.Manifest.Masked;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Masks the secrets of a text, whatever its syntax and however broken it is. */
final class TextMasking {
    /** {@code secret_key = "…"}, also in JSON; interpolations are left, since what they name is found where it is written. */
    private static final Pattern ASSIGNED = Pattern.compile("(?i)(?<![\\w-])"
            + "([\\w-]*(?:access_key|access_key_id|secret_key|session_token|api_key|private_key|password|passwd)|token|secret)"
            + "\"?\\s*[=:]\\s*\"((?:[^\"\\\\\\n$]|\\\\.)+)\"");

    private final Secrets secrets;
    private final List<Masked> masked = new ArrayList<>();

    private record Span(int start, int end, String what) {}

    TextMasking(Secrets secrets) {
        this.secrets = secrets;
    }

    /** What was masked so far: where, and what it is called. */
    List<Masked> masked() {
        return List.copyOf(masked);
    }

    /** Notes what was masked in a document whose lines tell nothing. */
    void note(String file, String what) {
        Masked one = new Masked(file, 0, what);
        if (!masked.contains(one)) {
            masked.add(one);
        }
    }

    /** The text of a file of the bundle with its secrets masked, and noted. */
    String file(String name, String text) {
        List<Span> spans = spans(text);
        for (Span span : spans) {
            int line = 1
                    + (int) text.substring(0, span.start())
                            .chars()
                            .filter(c -> c == '\n')
                            .count();
            Masked one = new Masked(name, line, span.what());
            if (!masked.contains(one)) {
                masked.add(one);
            }
        }
        return replaced(text, spans);
    }

    /** A text in a document of a bundle with its secrets masked, and noted. */
    String inside(String file, String text) {
        List<Span> spans = spans(text);
        spans.forEach(span -> note(file, span.what()));
        return replaced(text, spans);
    }

    private List<Span> spans(String text) {
        List<Span> spans = new ArrayList<>();
        Matcher assigned = ASSIGNED.matcher(text);
        while (assigned.find()) {
            if (!secrets.isOpen(assigned.group(2)) && !Mask.isOne(assigned.group(2))) {
                spans.add(new Span(assigned.start(2), assigned.end(2), assigned.group(1)));
            }
        }
        Matcher key = Secrets.ACCESS_KEY.matcher(text);
        while (key.find()) {
            spans.add(new Span(key.start(), key.end(), "an access key's id"));
        }
        secrets.values().forEach((value, name) -> {
            for (int at = text.indexOf(value); at >= 0; at = text.indexOf(value, at + value.length())) {
                spans.add(new Span(at, at + value.length(), name));
            }
        });
        return apart(spans);
    }

    /** In order and without overlaps: of two that overlap, both are covered by one. */
    private static List<Span> apart(List<Span> spans) {
        spans.sort(Comparator.comparingInt(Span::start).thenComparing(s -> -s.end()));
        List<Span> apart = new ArrayList<>();
        for (Span span : spans) {
            Span last = apart.isEmpty() ? null : apart.get(apart.size() - 1);
            if (last != null && span.start() < last.end()) {
                apart.set(apart.size() - 1, new Span(last.start(), Math.max(last.end(), span.end()), last.what()));
            } else {
                apart.add(span);
            }
        }
        return apart;
    }

    private static String replaced(String text, List<Span> spans) {
        StringBuilder out = new StringBuilder(text.length());
        int done = 0;
        for (Span span : spans) {
            out.append(text, done, span.start()).append(Mask.of(text.substring(span.start(), span.end())));
            done = span.end();
        }
        return out.append(text, done, text.length()).toString();
    }
}
