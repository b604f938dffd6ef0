package dev.plumbline.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The files in which bugs are kept that a test has provoked. */
public final class BugFiles {
    private static final Pattern NAME = Pattern.compile("plumbline-bug-\\d+\\.txt");

    private BugFiles() {}

    /** Takes away the file of the bug that was shown; what is in it. */
    public static String takenFrom(String shown) throws IOException {
        assertThat(shown.replaceAll("\\s+", " ")).contains("This is a bug in Plumbline");
        Matcher name = NAME.matcher(shown.replaceAll("\\s+", ""));
        assertThat(name.find()).as(shown).isTrue();
        Path file = Path.of(System.getProperty("java.io.tmpdir", "")).resolve(name.group());
        String text = Files.readString(file);
        Files.delete(file);
        return text;
    }
}
