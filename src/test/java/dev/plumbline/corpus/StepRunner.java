package dev.plumbline.corpus;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;

/**
 * Carries out a case's steps in a workspace, with the real Terraform.
 *
 * <p>What each command printed is kept in the log folder, numbered in order.
 */
final class StepRunner {
    private static final Duration COMMAND_LIMIT = Duration.ofMinutes(6);

    private final Path caseFolder;
    private final Map<String, String> environment;
    private final String endpoint;
    private final Path logs;
    private final TerraformLaunch launch;
    private int commands;

    /**
     * @param caseFolder where the sources of {@code edit:} and {@code write:} lie
     * @param own the variables that the case sets
     * @param endpoint where AWS answers
     * @param launch how the learner's Terraform commands are started
     */
    StepRunner(Path caseFolder, Map<String, String> own, String endpoint, TerraformLaunch launch, Path logs) {
        this.caseFolder = caseFolder;
        this.environment = LearnerShell.environment(own, endpoint);
        this.endpoint = endpoint;
        this.launch = launch;
        this.logs = logs;
    }

    /** A step that had to succeed and did not; the message says which and what was printed. */
    static final class StepFailed extends IOException {
        private static final long serialVersionUID = 1L;

        StepFailed(String message) {
            super(message);
        }
    }

    /** Carries out the steps in order. */
    void run(Path workspace, List<String> steps) throws IOException, InterruptedException {
        for (String step : steps) {
            try {
                run(workspace, StepParser.parse(step));
            } catch (StepFailed failed) {
                throw failed;
            } catch (IOException failed) {
                throw new StepFailed(step + ": " + failed);
            }
        }
    }

    private void run(Path folder, Step step) throws IOException, InterruptedException {
        // Java 17 has no patterns in switch yet.
        if (step instanceof Step.Terraform terraform) {
            terraform(folder, terraform);
        } else if (step instanceof Step.InterruptedApply apply) {
            interruptedApply(folder, apply.killed());
        } else if (step instanceof Step.Write write) {
            copy(caseFolder.resolve(write.source()), folder.resolve(write.file()));
        } else if (step instanceof Step.Remove remove) {
            Trees.delete(folder.resolve(remove.file()));
        } else if (step instanceof Step.Move move) {
            copy(folder.resolve(move.from()), folder.resolve(move.to()));
            Trees.delete(folder.resolve(move.from()));
        } else if (step instanceof Step.Copy copy) {
            copy(folder.resolve(copy.from()), folder.resolve(copy.to()));
        } else if (step instanceof Step.InAws inAws) {
            new KinesisRequest(endpoint, inAws.region()).make(inAws.operation(), inAws.body());
        } else if (step instanceof Step.DamageState damage) {
            StateDamage.apply(folder.resolve("terraform.tfstate"), damage.how());
        } else if (step instanceof Step.InFolder elsewhere) {
            run(folder.resolve(elsewhere.folder()).normalize(), elsewhere.step());
        } else if (step instanceof Step.MayFail mayFail) {
            attempt(folder, mayFail.step());
        }
    }

    private void attempt(Path folder, Step step) throws InterruptedException {
        try {
            run(folder, step);
        } catch (IOException expected) {
            // The case says that this step may fail; what was printed is in the log.
            Objects.requireNonNull(expected);
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.createDirectories(Objects.requireNonNull(to.getParent()));
        Files.copy(from, to, StandardCopyOption.REPLACE_EXISTING);
    }

    private void terraform(Path folder, Step.Terraform step) throws IOException, InterruptedException {
        Path log = nextLog(step.arguments().get(0));
        int exit = new Program(launch.command(folder, step.arguments()), folder, environment, step.answer())
                .run(log, null, COMMAND_LIMIT);
        if (exit != 0) {
            throw new StepFailed(
                    "terraform " + String.join(" ", step.arguments()) + ": exit " + exit + ": " + tail(log));
        }
    }

    /** Ends an apply ten seconds into the creation: AWS has the stream by then, the state has not. */
    private void interruptedApply(Path folder, boolean killed) throws IOException, InterruptedException {
        Path log = nextLog("interrupted-apply");
        Program apply = new Program(
                launch.command(folder, List.of("apply", "-auto-approve", "-input=false", "-no-color")),
                folder,
                environment,
                null);
        Process process = apply.start(log, null);
        try {
            long start = System.nanoTime();
            while (!Files.readString(log).contains("Still creating")) {
                if (process.waitFor(200, TimeUnit.MILLISECONDS)
                        || System.nanoTime() - start > COMMAND_LIMIT.toNanos()) {
                    throw new StepFailed("the apply ended before it could be interrupted: " + tail(log));
                }
            }
            if (!killed) {
                int signalled = new Program(
                                List.of(
                                        "kill",
                                        "-INT",
                                        Long.toString(terraform(process).pid())),
                                folder,
                                environment,
                                null)
                        .run(nextLog("kill"), null, Duration.ofSeconds(10));
                if (signalled != 0 || !process.waitFor(COMMAND_LIMIT.toSeconds(), TimeUnit.SECONDS)) {
                    throw new StepFailed("the interrupted apply did not end: " + tail(log));
                }
            }
        } finally {
            Program.kill(process);
            process.waitFor(10, TimeUnit.SECONDS);
        }
    }

    /** The terraform of a command that was started through another program; its own provider is left alone. */
    private static ProcessHandle terraform(Process process) {
        return process.descendants()
                .filter(child -> child.info().command().orElse("").endsWith("/terraform"))
                .findFirst()
                .orElse(process.toHandle());
    }

    private Path nextLog(String what) {
        commands++;
        return logs.resolve(String.format("%02d-%s.txt", commands, what));
    }

    private static String tail(Path log) throws IOException {
        String text = new String(Files.readAllBytes(log), java.nio.charset.StandardCharsets.UTF_8).strip();
        return text.substring(Math.max(0, text.length() - 600)).replaceAll("\\s+", " ");
    }
}
