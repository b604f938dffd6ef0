package dev.plumbline.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** {@code lab} with the classes of this test run, as words of a process of its own. */
public final class LabWords {
    private LabWords() {}

    /** The program with these words. */
    public static List<String> of(List<String> words) {
        List<String> all = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-Dplumbline.home="
                        + System.getProperty(
                                "plumbline.home", Path.of("").toAbsolutePath().toString()),
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName()));
        all.addAll(words);
        return all;
    }
}
