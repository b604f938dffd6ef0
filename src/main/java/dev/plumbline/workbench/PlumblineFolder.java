package dev.plumbline.workbench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The {@code .plumbline} folder in the learner's folder: what the lab keeps is in it. Of what lies beside it nothing is
 * changed unless they ask: a fix, a reset, a drill.
 */
public final class PlumblineFolder {
    private PlumblineFolder() {}

    /** Its path. */
    public static Path of(Path root) {
        return root.resolve(".plumbline");
    }

    /**
     * Makes it if need be.
     *
     * @throws UserError if it cannot be made
     */
    static Path prepare(Path root) {
        Path own = of(root);
        try {
            if (Files.exists(root) && !Files.isDirectory(root)) {
                throw UserError.usage(root + " is not a folder. Name one with --dir.");
            }
            Files.createDirectories(own);
            Path ignore = own.resolve(".gitignore");
            if (!Files.exists(ignore)) {
                Files.writeString(ignore, "*\n");
            }
            return own;
        } catch (IOException refused) {
            throw UserError.trouble(own + " cannot be written: " + FileTrouble.reason(refused)
                    + ". Make it writable and see that the disk is not full, or name another folder with --dir.");
        }
    }
}
