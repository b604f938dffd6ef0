package dev.plumbline.engine.link;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Reads what {@link WordWriter} wrote, in the same order. */
public final class WordReader {
    private final List<String> words;
    private int at;

    WordReader(List<String> words) {
        this.words = words;
    }

    /** The next text. */
    public String text() throws IOException {
        if (at >= words.size()) {
            throw new IOException("a message of the engine ends too early");
        }
        return words.get(at++);
    }

    /** The next number. */
    public long number() throws IOException {
        String word = text();
        try {
            return Long.parseLong(word);
        } catch (NumberFormatException e) {
            throw new IOException("a message of the engine has no number where one belongs", e);
        }
    }

    /** The next set of texts. */
    public Set<String> set() throws IOException {
        long count = number();
        List<String> all = new ArrayList<>();
        for (long i = 0; i < count; i++) {
            all.add(text());
        }
        return Set.copyOf(all);
    }

    /** The next map. */
    public Map<String, String> map() throws IOException {
        long count = number();
        Map<String, String> map = new TreeMap<>();
        for (long i = 0; i < count; i++) {
            String key = text();
            map.put(key, text());
        }
        return map;
    }
}
