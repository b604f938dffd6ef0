package dev.plumbline.workbench;

import dev.plumbline.lab.LabCatalogue;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Where Plumbline is installed: the folder with {@code labs}, {@code graders} and {@code content}. */
public final class Home {
    private Home() {}

    /**
     * The folder the launcher names, or the current one.
     *
     * @throws UserError if neither holds labs
     */
    public static Path folder() {
        String named = System.getProperty("plumbline.home", "");
        Path folder = Path.of(named.isEmpty() ? "." : named).toAbsolutePath().normalize();
        if (!Files.isDirectory(folder.resolve("labs"))) {
            throw UserError.trouble(
                    "No labs were found in " + folder + ". Start Plumbline through its launcher, ./lab.");
        }
        return folder;
    }

    /** The folder of the launcher, if this program was started through it. */
    static Optional<Path> launcher() {
        String named = System.getProperty("plumbline.home", "");
        Path folder = Path.of(named).toAbsolutePath().normalize();
        return named.isEmpty() || !Files.isExecutable(folder.resolve("lab")) ? Optional.empty() : Optional.of(folder);
    }

    /**
     * The labs of this installation, and an author's own: those below the folder that PLUMBLINE_LABS names, and those below
     * the current folder where it has a folder {@code labs}.
     */
    public static LabCatalogue labs() {
        LabCatalogue labs = new LabCatalogue(folder());
        String named = System.getenv().getOrDefault("PLUMBLINE_LABS", "");
        if (!named.isEmpty()) {
            labs = labs.and(Path.of(named));
        }
        return labs.and(Path.of(""));
    }
}
