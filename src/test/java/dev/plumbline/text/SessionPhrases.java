package dev.plumbline.text;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;

/** The sentences that the program ships with. */
public final class SessionPhrases {
    private SessionPhrases() {}

    /** Loads them from the project. */
    public static Phrases english() {
        try {
            return Phrases.load(Path.of("content", "session", "en.yaml"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
