package dev.plumbline.terminal;

import java.nio.file.Path;

/** A folder as people say it: from where the program was started, if it lies below. */
public final class FolderName {
    private FolderName() {}

    /** Its path, as short as it works from here. */
    public static String of(Path folder) {
        Path here = Path.of("").toAbsolutePath();
        Path there = folder.toAbsolutePath().normalize();
        return there.startsWith(here) && !there.equals(here)
                ? here.relativize(there).toString()
                : there.toString();
    }
}
