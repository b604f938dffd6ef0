package dev.plumbline.engine;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** A child that does not outlive us, even when we are killed without warning. */
final class WatchedProcess {
    /**
     * The child runs under a shell that reads from a pipe of which only we hold the other end. When we end, however we
     * end, the pipe closes and the shell kills the child. The shell lets go of our output, so that the end of that
     * output means that the child has ended.
     */
    private static final String WATCHDOG =
            """
            "$0" </dev/null &
            child=$!
            echo "pid $child"
            exec >/dev/null 2>&1
            while read -r ignored; do :; done
            kill -9 $child
            wait $child
            """;

    private static final String PID_LINE = "pid ";

    private final Process watchdog;
    private final Tail errors;
    private final CompletableFuture<Long> pid = new CompletableFuture<>();
    private final CompletableFuture<String> firstLine = new CompletableFuture<>();
    private final CompletableFuture<Void> ended = new CompletableFuture<>();

    private WatchedProcess(Process watchdog, String name) {
        this.watchdog = watchdog;
        this.errors = Tail.of(watchdog.getErrorStream(), name + "-errors");
        Thread thread = new Thread(this::readOutput, name + "-output");
        thread.setDaemon(true);
        thread.start();
        var unused = watchdog.onExit().thenRun(this::killChild);
    }

    /** Starts a program with exactly this environment. */
    static WatchedProcess start(Path program, Map<String, String> environment, Path folder, String name)
            throws IOException {
        ProcessBuilder builder = new ProcessBuilder(List.of("/bin/sh", "-c", WATCHDOG, program.toString()));
        builder.environment().clear();
        builder.environment().putAll(environment);
        builder.directory(folder.toFile());
        return new WatchedProcess(builder.start(), name);
    }

    /** The child's process number; exceptional if the shell did not even start it. */
    CompletableFuture<Long> pid() {
        return pid;
    }

    /** The first line the child writes; exceptional if it ends before. */
    CompletableFuture<String> firstLine() {
        return firstLine;
    }

    /** Completes when the child has ended. */
    CompletableFuture<Void> ended() {
        return ended;
    }

    /** The last line on the child's standard error. */
    String lastError() {
        return errors.lastLine();
    }

    /** Kills the child. Idempotent. */
    void end() {
        killChild();
        try {
            watchdog.getOutputStream().close();
        } catch (IOException alreadyClosed) {
            return;
        }
    }

    private void killChild() {
        Long child = pid.getNow(0L);
        // The shell waits for its child, so the number is not given to another process while the shell lives; after it,
        // only a process that is still our own descendant's is touched: one without a parent of its own.
        if (child > 0 && !ended.isDone()) {
            ProcessHandle.of(child).ifPresent(ProcessHandle::destroyForcibly);
        }
    }

    private void readOutput() {
        try (BufferedReader lines = watchdog.inputReader(StandardCharsets.UTF_8)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith(PID_LINE) && !pid.isDone()) {
                    pid.complete(
                            Long.parseLong(line.substring(PID_LINE.length()).strip()));
                } else {
                    firstLine.complete(line);
                }
            }
        } catch (IOException closed) {
            firstLine.completeExceptionally(closed);
        }
        pid.completeExceptionally(new IOException("not started"));
        firstLine.completeExceptionally(new IOException("ended without a word"));
        ended.complete(null);
        end();
    }
}
