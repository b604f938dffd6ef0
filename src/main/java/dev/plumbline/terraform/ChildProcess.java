package dev.plumbline.terraform;

import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;

/**
 * Runs one child to its end: empty standard input, exact environment, a time limit, a cap on output. When its time is up
 * it gets SIGINT first, so that Terraform can put its files in order, and the hard way five seconds later. When it is
 * called off it ends at once: what is called off works on a private copy, and at SIGINT Terraform tells its provider to
 * stop, after which a warm provider is of no more use to anybody. It does not outlive us, even when we are killed.
 */
public final class ChildProcess {
    /** Enough for the plan of any lab, and far too little to fill a memory. */
    static final int OUTPUT_CAP = 32 << 20;

    private static final Duration GRACE = Duration.ofSeconds(5);
    private static final boolean UNIX = File.separatorChar == '/';

    private ChildProcess() {}

    /**
     * Starts it and waits.
     *
     * @throws IOException if the program cannot be started
     */
    public static CommandResult run(
            List<String> words,
            Path directory,
            Map<String, String> environment,
            Duration limit,
            Cancellation cancellation)
            throws IOException, InterruptedException {
        long start = System.nanoTime();
        Process process = start(words, directory, environment);
        AtomicReference<CommandResult.Outcome> outcome = new AtomicReference<>(CommandResult.Outcome.EXITED);
        Reader output = new Reader(process.getInputStream(), process, outcome);
        Reader errors = new Reader(process.getErrorStream(), process, outcome);
        output.start();
        errors.start();
        try (OrphanGuard.Watch guarded = guard(process);
                Cancellation.Registration ignored = cancellation.onCancel(() -> {
                    outcome.compareAndSet(CommandResult.Outcome.EXITED, CommandResult.Outcome.CANCELLED);
                    kill(process);
                })) {
            if (!process.waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
                outcome.compareAndSet(CommandResult.Outcome.EXITED, CommandResult.Outcome.TIMED_OUT);
                interrupt(process);
            }
            if (outcome.get() != CommandResult.Outcome.EXITED
                    && !process.waitFor(GRACE.toMillis(), TimeUnit.MILLISECONDS)) {
                kill(process);
                process.waitFor();
            }
        } catch (InterruptedException interrupted) {
            kill(process);
            throw interrupted;
        }
        output.join(GRACE.toMillis());
        errors.join(GRACE.toMillis());
        CommandResult.Outcome how = Objects.requireNonNull(outcome.get());
        int code = how == CommandResult.Outcome.EXITED ? process.exitValue() : -1;
        return new CommandResult(how, code, output.text(), errors.text(), Duration.ofNanos(System.nanoTime() - start));
    }

    private static Process start(List<String> words, Path directory, Map<String, String> environment)
            throws IOException {
        boolean gated = UNIX;
        if (gated && words.get(0).contains("/") && !Files.isExecutable(directory.resolve(words.get(0)))) {
            throw new IOException(
                    "there is no program " + words.get(0)); // the shell at the gate would say it in its way
        }
        ProcessBuilder builder =
                new ProcessBuilder(gated ? OrphanGuard.gated(words) : words).directory(directory.toFile());
        builder.environment().clear();
        builder.environment().putAll(environment);
        if (!gated) {
            builder.redirectInput(ProcessBuilder.Redirect.from(new File("NUL")));
        }
        return builder.start();
    }

    private static OrphanGuard.Watch guard(Process process) {
        return UNIX ? OrphanGuard.admit(process) : () -> {};
    }

    /** With its children: providers that Terraform started itself. */
    private static void kill(Process process) {
        process.descendants().forEach(ProcessHandle::destroyForcibly);
        process.destroyForcibly();
    }

    private static void interrupt(Process process) {
        if (!interrupt(List.of(process.toHandle()))) {
            process.destroy();
        }
    }

    /**
     * SIGINT, as from Ctrl-C. {@code Process.destroy} would send SIGTERM: Terraform heeds both, but a provider that gets
     * SIGTERM is dead at once, with what it has created and not yet told.
     *
     * @return whether it could be sent; not where the platform has no such signal
     */
    public static boolean interrupt(List<ProcessHandle> processes) {
        if (!UNIX || processes.isEmpty()) {
            return processes.isEmpty();
        }
        String pids = processes.stream().map(process -> " " + process.pid()).collect(Collectors.joining());
        try {
            Process kill = new ProcessBuilder("/bin/sh", "-c", "kill -INT" + pids + " 2>/dev/null").start();
            return kill.waitFor(1, TimeUnit.SECONDS);
        } catch (IOException noShell) {
            return false;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static final class Reader extends Thread {
        private final InputStream from;
        private final Process process;
        private final AtomicReference<CommandResult.Outcome> outcome;
        private final ByteArrayOutputStream kept = new ByteArrayOutputStream();
        private final AtomicBoolean over = new AtomicBoolean();

        Reader(InputStream from, Process process, AtomicReference<CommandResult.Outcome> outcome) {
            super("child-output");
            setDaemon(true);
            this.from = from;
            this.process = process;
            this.outcome = outcome;
        }

        @Override
        public void run() {
            byte[] buffer = new byte[16384];
            try {
                int n;
                while ((n = from.read(buffer)) >= 0) {
                    synchronized (kept) {
                        if (kept.size() + n <= OUTPUT_CAP) {
                            kept.write(buffer, 0, n);
                        } else if (over.compareAndSet(false, true)) {
                            outcome.compareAndSet(CommandResult.Outcome.EXITED, CommandResult.Outcome.TOO_MUCH_OUTPUT);
                            process.destroyForcibly();
                        }
                    }
                }
            } catch (IOException closed) {
                // The child ended while we were reading: what was read is what there is.
                over.set(true);
            }
        }

        String text() {
            synchronized (kept) {
                return kept.toString(StandardCharsets.UTF_8);
            }
        }
    }
}
