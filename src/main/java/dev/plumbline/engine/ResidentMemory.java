package dev.plumbline.engine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A process's resident memory, where {@code /proc} tells it. */
final class ResidentMemory {
    private ResidentMemory() {}

    /** In bytes; -1 where unknown. */
    static long of(long pid) {
        try {
            for (String line : Files.readAllLines(Path.of("/proc", Long.toString(pid), "status"))) {
                if (line.startsWith("VmRSS:")) {
                    return Long.parseLong(line.replaceAll("\\D", "")) * 1024;
                }
            }
        } catch (IOException notLinux) {
            return -1;
        }
        return -1;
    }
}
