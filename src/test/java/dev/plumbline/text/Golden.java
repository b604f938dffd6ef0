package dev.plumbline.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Compares a text with a committed one; {@code GOLDEN_UPDATE=1} in the environment writes them anew, to be read in the diff. */
public final class Golden {
    private static final Path FOLDER = Path.of("src", "test", "resources", "golden");

    private Golden() {}

    /** Fails unless the text is what the golden file of that name holds; escape sequences are written as {@code ␛[}. */
    public static void check(String name, String text) {
        String readable = text.replace('\u001b', '␛');
        Path file = FOLDER.resolve(name + ".txt");
        try {
            if (System.getenv("GOLDEN_UPDATE") != null) {
                Files.createDirectories(FOLDER);
                Files.writeString(file, readable);
            }
            assertThat(readable).as(file.toString()).isEqualTo(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException("no golden file yet? run with GOLDEN_UPDATE=1", e);
        }
    }
}
