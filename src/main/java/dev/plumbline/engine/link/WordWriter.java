package dev.plumbline.engine.link;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Puts a message together. */
public final class WordWriter {
    private final List<String> words = new ArrayList<>();

    /** Begins a message of this kind. */
    public WordWriter(String verb) {
        words.add(verb);
    }

    /** Adds a text. */
    public WordWriter text(String text) {
        words.add(text);
        return this;
    }

    /** Adds a number. */
    public WordWriter number(long number) {
        return text(Long.toString(number));
    }

    /** Adds a set of texts. */
    public WordWriter set(Set<String> set) {
        number(set.size());
        words.addAll(set);
        return this;
    }

    /** Adds a map. */
    public WordWriter map(Map<String, String> map) {
        number(map.size());
        map.forEach((key, value) -> text(key).text(value));
        return this;
    }

    /** The message. */
    public Words words() {
        return new Words(words);
    }
}
