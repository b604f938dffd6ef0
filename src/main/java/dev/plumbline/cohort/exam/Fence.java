package dev.plumbline.cohort.exam;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/**
 * Terraform behind limits that the system keeps: memory, processor time, size of a file. Code of a few lines can ask for any
 * amount of each, and none of it may be at the cost of the neighbours. The limits hold for what Terraform starts, too.
 */
final class Fence {
    /** Of address space, in KiB: Terraform has 1.3 GiB and its provider 2 GiB while they do nothing. */
    private static final int MEMORY = 4 << 20;

    /** In seconds. */
    private static final int PROCESSOR = 240;

    /** In blocks of 512 bytes: 128 MiB. */
    private static final int FILE = 256 << 10;

    private Fence() {}

    /** A program in that folder that is the given one behind the limits; the given one where there can be none. */
    static Path around(Path program, Path folder) throws IOException {
        Path fence = folder.resolve("terraform");
        Files.writeString(
                fence,
                "#!/bin/sh\nulimit -c 0\nulimit -v " + MEMORY + "\nulimit -t " + PROCESSOR + "\nulimit -f " + FILE
                        + "\nexec '" + program.toString().replace("'", "'\\''") + "' \"$@\"\n");
        try {
            Files.setPosixFilePermissions(fence, PosixFilePermissions.fromString("rwx------"));
        } catch (UnsupportedOperationException noSuchSystem) {
            return program;
        }
        // A temporary folder may be mounted so that nothing in it can be run.
        return Files.isExecutable(fence) ? fence : program;
    }
}
