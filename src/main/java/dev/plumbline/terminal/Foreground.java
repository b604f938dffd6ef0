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

    private final Map<String, String> environment;
    private final Consumer<Event> events;
    private final Thread hook = new Thread(this::endChild, "foreground-guard");
    private volatile @Nullable Process child;

    Foreground(Map<String, String> environment, Consumer<Event> events) {
        this.environment = Map.copyOf(environment);
        this.events = events;
        Runtime.getRuntime().addShutdownHook(hook);
    }

    /** Starts it; its end comes as an event. */
    void start(String line, Path directory) {
        long begin = System.nanoTime();
        Thread waiting = new Thread(
                () -> events.accept(new Event.CommandEnded(
                        line, run(line, directory), Duration.ofNanos(System.nanoTime() - begin))),
                "foreground");
        waiting.setDaemon(true);
        waiting.start();
    }

    private int run(String line, Path directory) {
        ProcessBuilder builder = new ProcessBuilder(List.of(shell(), "-c", line))
                .directory(directory.toFile())
                .inheritIO();
        builder.environment().clear();
        builder.environment().putAll(environment);
        try {
            Process started = builder.start();
            child = started;
            return started.waitFor();
        } catch (IOException noShell) {
            return CANNOT_START;
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
            return INTERRUPTED;
        } finally {
            child = null;
        }
    }

    /** The learner's own shell where it reads a line as sh does; fish and others do not. */
    private String shell() {
        String own = environment.getOrDefault("SHELL", "");
        String name = own.substring(own.lastIndexOf('/') + 1);
        return List.of("bash", "zsh", "ksh", "dash", "ash", "sh").contains(name) ? own : "/bin/sh";
    }

    private void endChild() {
        endChild(ProcessHandle::destroy);
    }

    /** Ends what runs without asking it, with all that it started. */
    void kill() {
        endChild(ProcessHandle::destroyForcibly);
    }

    private void endChild(Consumer<ProcessHandle> way) {
        Process running = child;
        if (running != null) {
            running.descendants().forEach(way);
            way.accept(running.toHandle());
        }
    }

    @Override
    public void close() {
        endChild();
        try {
            Runtime.getRuntime().removeShutdownHook(hook);
        } catch (IllegalStateException shuttingDown) {
            return; // the hook does the same
        }
    }
}
