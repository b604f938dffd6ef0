package dev.plumbline.corpus;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A program to be run as a child process, its output kept in files.
 *
 * @param command the program and its arguments
 * @param folder where it runs
 * @param environment its whole environment: nothing is inherited
 * @param typed what is typed at its prompt; null where its standard input is empty
 */
record Program(List<String> command, Path folder, Map<String, String> environment, @Nullable String typed) {

    /** The exit code of a program that was ended because its time was up, as timeout(1) has it. */
    static final int TIME_IS_UP = 124;

    /**
     * Starts it.
     *
     * @param output where its standard output goes
     * @param errors where its standard error goes; null to have it with the output
     */
    Process start(Path output, @Nullable Path errors) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
        builder.environment().clear();
        builder.environment().putAll(environment);
        builder.redirectOutput(output.toFile());
        if (errors == null) {
            builder.redirectErrorStream(true);
        } else {
            builder.redirectError(errors.toFile());
        }
        Process process = builder.start();
        try (OutputStream input = process.getOutputStream()) {
            if (typed != null) {
                input.write((typed + "\n").getBytes(StandardCharsets.UTF_8));
            }
        } catch (IOException ended) {
            // A program may end without reading what was typed.
            Files.writeString(output.resolveSibling("input-not-read.txt"), ended + "\n");
        }
        return process;
    }

    /** Runs it to its end, or kills it with its children when its time is up; gives the exit code. */
    int run(Path output, @Nullable Path errors, Duration limit) throws IOException, InterruptedException {
        Process process = start(output, errors);
        try {
            if (process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
                return process.exitValue();
            }
            return TIME_IS_UP;
        } finally {
            kill(process);
        }
    }

    /** Kills a process and the children it has now. */
    static void kill(Process process) {
        List<ProcessHandle> children = process.descendants().toList();
        process.destroyForcibly();
        children.forEach(ProcessHandle::destroyForcibly);
    }
}
