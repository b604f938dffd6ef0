package dev.plumbline.terminal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jline.reader.impl.history.DefaultHistory;

/**
 * The lines typed so far, kept in a file. Half of a character beyond the basic plane, as a cut paste can leave one, is no
 * text that a file could hold: JLine would refuse to save the whole history and write the reason over the screen.
 */
final class LineHistory extends DefaultHistory {
    /** Held here, since a logger that nobody holds forgets its level. */
    private static final Logger JLINE = Logger.getLogger("org.jline");

    private final Path file;

    /** Kept in that file; its folder is not made for it, since the learner's own may be gone with it. */
    LineHistory(Path file) {
        this.file = file.toAbsolutePath();
        JLINE.setLevel(Level.OFF); // the screen is the session's; what fails there is of no use to the learner
    }

    @Override
    public void add(Instant time, String line) {
        super.add(time, new String(line.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8));
    }

    @Override
    public void save() throws IOException {
        Path folder = file.getParent();
        if (folder != null && Files.isDirectory(folder)) {
            super.save();
        }
    }
}
