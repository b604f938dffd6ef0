package dev.plumbline.terminal;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The learner's own command with the terminal to itself: their shell reads it, in their folder, with the lab's AWS. */
final class Foreground implements AutoCloseable {
    private static final int CANNOT_START = 127;
    private static final int INTERRUPTED = 130;

    /**
     * Becomes the learner's shell. When a window is closed, everything in it gets SIGHUP, and Terraform dies of it with
     * what it has created and not yet written; so the command does not hear it, and we end it in our way.
     */
    private static final String UNHEARD_HANGUP = "trap '' HUP; exec \"$0\" -c \"$1\"";

    private final Map<String, String> environment;
    private final Consumer<Event> events;
    private final Thread hook = new Thread(this::end, "foreground-guard");
    private volatile boolean running;
    private @Nullable Process child;
    private boolean closed;

    Foreground(Map<String, String> environment, Consumer<Event> events) {
        this.environment = Map.copyOf(environment);
        this.events = events;
        Runtime.getRuntime().addShutdownHook(hook);
    }

    /** Starts it; its end comes as an event, whatever happens. */
    void start(String line, Path directory) {
        Thread waiting = new Thread(() -> runAndTell(line, directory), "foreground");
        waiting.setDaemon(true);
        running = true;
        waiting.start();
    }

    /** Whether one has the terminal. */
    boolean isRunning() {
        return running;
    }

    private void runAndTell(String line, Path directory) {
        long begin = System.nanoTime();
        int exit = CANNOT_START;
        try {
            exit = run(line, directory);
        } catch (RuntimeException | Error bug) {
            events.accept(new Event.Crashed(bug));
        } finally {
            running = false;
            events.accept(new Event.CommandEnded(line, exit, Duration.ofNanos(System.nanoTime() - begin)));
        }
    }

    private int run(String line, Path directory) {
        ProcessBuilder builder = new ProcessBuilder(List.of("/bin/sh", "-c", UNHEARD_HANGUP, shell(), line))
                .directory(directory.toFile())
                .inheritIO();
        builder.environment().clear();
        builder.environment().putAll(environment);
        try {
            Process started = begin(builder);
            return started == null ? INTERRUPTED : started.waitFor();
        } catch (IOException noShell) {
            return CANNOT_START;
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
            return INTERRUPTED;
        }
    }

    /** Nothing is started that nobody would end. */
    private synchronized @Nullable Process begin(ProcessBuilder builder) throws IOException {
        if (closed) {
            return null;
        }
        Process started = builder.start();
        child = started;
        return started;
    }

    /** The learner's own shell where it reads a line as sh does; fish and others do not. */
    private String shell() {
        String own = environment.getOrDefault("SHELL", "");
        String name = own.substring(own.lastIndexOf('/') + 1);
        return List.of("bash", "zsh", "ksh", "dash", "ash", "sh").contains(name) ? own : "/bin/sh";
    }

    /** Ends what runs without asking it, with all that it started. */
    synchronized void kill() {
        Process running = child;
        if (running != null) {
            running.descendants().forEach(ProcessHandle::destroyForcibly);
            running.destroyForcibly();
        }
    }

    /** Ends what runs as Ctrl-C would, and starts nothing more. Who comes second waits for the first. */
    private synchronized void end() {
        closed = true;
        Process last = child;
        try {
            if (last != null && last.isAlive()) {
                Ending.of(last);
            }
        } catch (InterruptedException hurried) {
            kill();
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        end();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException shuttingDown) {
            return; // the hook does the same
        }
    }
}
