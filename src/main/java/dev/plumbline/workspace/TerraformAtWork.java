package dev.plumbline.workspace;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Whether a Terraform that changes things is at work in a folder at this moment. Each one leaves a lock file beside the
 * state while it runs, and one that was killed leaves it for good. What tells the two apart is the lock that a living one
 * has on the state itself ({@code fcntl}, by Terraform's {@code statemgr.Filesystem}). It is asked after and never taken: a
 * lock of ours, however short, could make a Terraform fail.
 */
final class TerraformAtWork {
    private static final Path LOCKS = Path.of("/proc/locks");

    /** Runs that change neither state nor AWS, by the words of Terraform's lock file; Invalid is {@code console}. */
    private static final Pattern ONLY_LOOKS = Pattern.compile("\"OperationType(Plan|Invalid)\"");

    private static final int LONGEST = 10_000;
    private static final String SUFFIX = ".lock.info";

    private TerraformAtWork() {}

    /** Whether there is one, whatever terminal it was started in. */
    static boolean in(Path folder) {
        return in(folder, LOCKS);
    }

    static boolean in(Path folder, Path locks) {
        if (anyHeld(folder, locks) || isInitialised(folder)) {
            return true;
        }
        Path workspaces = folder.resolve("terraform.tfstate.d");
        if (!Files.isDirectory(workspaces)) {
            return false;
        }
        try (DirectoryStream<Path> each = Files.newDirectoryStream(workspaces)) {
            for (Path workspace : each) {
                if (anyHeld(workspace, locks)) {
                    return true;
                }
            }
        } catch (IOException | DirectoryIteratorException gone) {
            return false;
        }
        return false;
    }

    /**
     * Whether an {@code init} is half done: it has put providers there and writes {@code .terraform.lock.hcl} last. It
     * takes no lock; its process is found by the folder in which it runs, where the system tells that.
     */
    private static boolean isInitialised(Path folder) {
        if (!Files.isDirectory(folder.resolve(".terraform").resolve("providers"))
                || Files.exists(folder.resolve(".terraform.lock.hcl"))) {
            return false;
        }
        return ProcessHandle.allProcesses()
                .filter(process -> isTerraform(process.info())
                        && List.of(process.info().arguments().orElse(new String[0]))
                                .contains("init"))
                .anyMatch(process -> runsIn(folder, process));
    }

    private static boolean runsIn(Path folder, ProcessHandle process) {
        try {
            return Files.isSameFile(Path.of("/proc", Long.toString(process.pid()), "cwd"), folder);
        } catch (IOException gone) {
            return false; // it has ended, is somebody else's, or the system does not tell
        }
    }

    private static boolean isTerraform(ProcessHandle.Info process) {
        return process.command()
                .map(Path::of)
                .flatMap(path -> Optional.ofNullable(path.getFileName()))
                .map(Path::toString)
                .filter(name -> name.equals("terraform") || name.equals("tofu"))
                .isPresent();
    }

    private static boolean anyHeld(Path folder, Path locks) {
        try (DirectoryStream<Path> infos = Files.newDirectoryStream(folder, ".*" + SUFFIX)) {
            for (Path info : infos) {
                if (isOfAChange(info) && isHeld(info, locks)) {
                    return true;
                }
            }
        } catch (IOException | DirectoryIteratorException gone) {
            return false; // no folder, or it ended while it was looked for
        }
        return false;
    }

    private static boolean isOfAChange(Path info) throws IOException {
        if (!Files.isRegularFile(info)) {
            return false;
        }
        try (var in = Files.newInputStream(info)) {
            String words = new String(in.readNBytes(LONGEST), StandardCharsets.UTF_8);
            return !ONLY_LOOKS.matcher(words).find();
        }
    }

    private static boolean isHeld(Path info, Path locks) throws IOException {
        String name = info.getFileName().toString();
        Path state = info.resolveSibling(name.substring(1, name.length() - SUFFIX.length()));
        if (Files.isReadable(locks)) {
            Object inode = Files.getAttribute(state, "unix:ino");
            // As in "1: POSIX  ADVISORY  WRITE 4711 fe:00:3056853 0 EOF". The device is not compared: that of an
            // overlay
            // has another number here than for stat.
            Pattern held = Pattern.compile("\\d+: POSIX +\\S+ +WRITE +\\S+ +\\S+:" + inode + " .*");
            List<String> lines = Files.readAllLines(locks);
            return lines.stream().anyMatch(line -> held.matcher(line).matches());
        }
        return anyOlderThan(Files.getLastModifiedTime(info).toInstant());
    }

    /** Where the system does not tell its locks: whether a Terraform lives that could have written the lock file. */
    private static boolean anyOlderThan(Instant written) {
        Instant latest = written.plus(Duration.ofSeconds(1)); // some systems tell the start in whole seconds
        return ProcessHandle.allProcesses()
                .map(ProcessHandle::info)
                .filter(TerraformAtWork::isTerraform)
                .anyMatch(process -> process.startInstant()
                        .filter(start -> !start.isAfter(latest))
                        .isPresent());
    }
}
