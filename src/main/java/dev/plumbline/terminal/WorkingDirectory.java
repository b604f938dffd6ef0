package dev.plumbline.terminal;

import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Optional;

/** Where the learner's commands run: their workspace, until they {@code cd} elsewhere. */
final class WorkingDirectory {
    private final Path workspace;
    private final String home;
    private volatile Path current; // the thread that completes names reads it too

    WorkingDirectory(Path workspace, String home) {
        this.workspace = workspace.toAbsolutePath().normalize();
        this.home = home;
        this.current = this.workspace;
    }

    Path current() {
        return current;
    }

    /** Whether a line does nothing but change the directory. */
    static boolean isChange(String line) {
        String text = line.strip();
        return text.equals("cd") || (text.startsWith("cd ") && text.chars().noneMatch(c -> ";&|<>$`".indexOf(c) >= 0));
    }

    /**
     * Changes it as {@code cd} would; {@code cd} alone leads back to the workspace.
     *
     * @return what is wrong, if there is no such directory
     */
    Optional<String> change(String line) {
        String target = line.strip().substring(2).strip();
        if (target.length() > 1
                && (target.startsWith("\"") || target.startsWith("'"))
                && target.endsWith(target.substring(0, 1))) {
            target = target.substring(1, target.length() - 1);
        }
        try {
            Path wanted = target.isEmpty()
                    ? workspace
                    : current.resolve(expanded(target)).normalize();
            if (!Files.isDirectory(wanted)) {
                return Optional.of(target);
            }
            current = wanted;
            return Optional.empty();
        } catch (InvalidPathException nonsense) {
            return Optional.of(target);
        }
    }

    private String expanded(String target) {
        if (!home.isEmpty() && (target.equals("~") || target.startsWith("~/"))) {
            return home + target.substring(1);
        }
        return target;
    }

    /** For the prompt: nothing in the workspace, the way below it, or the whole path elsewhere. */
    String shown() {
        if (current.equals(workspace)) {
            return "";
        }
        return current.startsWith(workspace) ? "/" + workspace.relativize(current) : " " + current;
    }
}
