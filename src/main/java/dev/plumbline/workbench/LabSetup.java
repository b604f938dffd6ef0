package dev.plumbline.workbench;

import dev.plumbline.cloud.Backend;
import dev.plumbline.cloud.DirectCall;
import dev.plumbline.cloud.LiveAnswer;
import dev.plumbline.cloud.LiveResource;
import dev.plumbline.grading.judge.SetupRecord;
import dev.plumbline.lab.Lab;
import dev.plumbline.lab.LabText;
import dev.plumbline.lab.SetupStep;
import dev.plumbline.terraform.Cancellation;
import dev.plumbline.terraform.ChildProcess;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Brings a folder and its AWS to where a lab begins: starter files, then the steps of its setup; done once. */
public final class LabSetup {
    private static final Duration MOST_SETTLING = Duration.ofSeconds(10);
    private static final long SETTLING_MILLIS = 50;
    private static final Pattern COLOUR = Pattern.compile("\u001b\\[[0-9;]*m");
    private static final Set<String> ON_ITS_WAY = Set.of("CREATING", "UPDATING");

    private final Workbench bench;
    private final Lab lab;
    private final Consumer<String> say;

    /**
     * For that workbench.
     *
     * @param say told what takes time
     */
    public LabSetup(Workbench bench, Consumer<String> say) {
        this.bench = bench;
        this.lab = bench.lab();
        this.say = say;
    }

    /**
     * Does what has not been done.
     *
     * @throws UserError if a step fails; nothing of the learner's is overwritten
     */
    public void prepare() {
        if (SetupFile.exists(bench.folder())) {
            return;
        }
        requirePossible();
        try {
            if (lab.rules().starter()) {
                copyStarter();
            }
            if (!lab.setup().isEmpty()) {
                say.accept("Preparing what this lab begins with…");
                run(lab.setup());
            }
            if (lab.rules().starter() || !lab.setup().isEmpty()) {
                PlumblineFolder.prepare(bench.folder());
                record();
            }
        } catch (IOException refused) {
            throw UserError.trouble(
                    "The lab's beginning could not be prepared in " + bench.folder() + ": " + refused.getMessage());
        }
    }

    /**
     * Makes sure that nothing of it would change a real account.
     *
     * @throws UserError if it would
     */
    void requirePossible() {
        if (bench.backend() instanceof Backend.Real
                && lab.setup().stream().anyMatch(SetupStep.Cloud.class::isInstance)) {
            throw changesRealAccount();
        }
    }

    private static UserError changesRealAccount() {
        return UserError.usage(
                "This would change things in a real account outside Terraform, which Plumbline does not do. "
                        + "Leave --aws out to use the built-in AWS.");
    }

    /** Notes what is there now, for checks that ask whether it is still the same. */
    void record() throws IOException {
        SetupFile.write(bench.folder(), new SetupRecord(subject().map(LiveResource::created)));
    }

    private Optional<LiveResource> subject() {
        LiveAnswer answer = bench.live()
                .find(
                        lab.subject().resource(),
                        lab.subject().value(),
                        lab.parameters().text("region"),
                        "");
        return answer instanceof LiveAnswer.Found found ? Optional.of(found.resource()) : Optional.empty();
    }

    private void copyStarter() throws IOException {
        Path starter = lab.labDirectory().resolve("starter");
        if (!Files.isDirectory(starter)) {
            return;
        }
        List<Path> files;
        try (Stream<Path> all = Files.walk(starter)) {
            files = all.filter(Files::isRegularFile).toList();
        }
        for (Path file : files) {
            Path to = bench.folder().resolve(starter.relativize(file).toString());
            if (!Files.exists(to)) {
                Files.createDirectories(to.getParent());
                Files.writeString(to, LabText.of(lab).render(Files.readString(file)));
            }
        }
    }

    /**
     * Runs steps, as for the setup or a drill.
     *
     * @throws UserError if one of them fails
     */
    public void run(List<SetupStep> steps) throws IOException {
        for (SetupStep step : steps) {
            if (step instanceof SetupStep.Cloud cloud) {
                call(cloud);
                settle(cloud.region());
            } else if (step instanceof SetupStep.Terraform terraform) {
                terraform(terraform.arguments());
            } else if (step instanceof SetupStep.CopyFile copy) {
                String text = Files.readString(lab.labDirectory().resolve(copy.from()));
                Files.writeString(
                        bench.folder().resolve(copy.to()), LabText.of(lab).render(text));
            } else if (step instanceof SetupStep.RemoveFile remove) {
                Files.deleteIfExists(bench.folder().resolve(remove.file()));
            } else if (step instanceof SetupStep.ReplaceText replace) {
                Path file = bench.folder().resolve(replace.file());
                Files.writeString(file, Files.readString(file).replace(replace.find(), replace.replacement()));
            }
        }
    }

    private void call(SetupStep.Cloud step) {
        URI endpoint;
        if (bench.backend() instanceof Backend.Embedded embedded) {
            endpoint = embedded.endpoint();
        } else if (bench.backend() instanceof Backend.Url url) {
            endpoint = url.endpoint();
        } else {
            throw changesRealAccount();
        }
        DirectCall.make(endpoint, step.service(), step.operation(), step.region(), step.parameters())
                .ifPresent(refusal -> {
                    throw UserError.trouble(step.service() + " " + step.operation() + " was refused: " + refusal);
                });
    }

    /** Waits until the subject is what it is going to be: the first look after a change must not see what was before. */
    private void settle(String region) {
        long deadline = System.nanoTime() + MOST_SETTLING.toNanos();
        while (System.nanoTime() < deadline) {
            LiveAnswer answer =
                    bench.live().find(lab.subject().resource(), lab.subject().value(), region, "");
            if (!(answer instanceof LiveAnswer.Found found)
                    || !ON_ITS_WAY.contains(found.resource().status())) {
                return;
            }
            try {
                TimeUnit.MILLISECONDS.sleep(SETTLING_MILLIS);
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                return;
            }
        }
    }

    private void terraform(List<String> arguments) {
        say.accept("  The lab runs: terraform " + String.join(" ", arguments));
        List<String> words = new ArrayList<>(List.of("terraform"));
        words.addAll(arguments);
        Map<String, String> environment = bench.learnerEnvironment();
        try {
            var result =
                    ChildProcess.run(words, bench.folder(), environment, Duration.ofMinutes(5), new Cancellation());
            if (!result.exited(0)) {
                throw UserError.trouble(
                        "terraform " + String.join(" ", arguments) + " failed while the lab was prepared: "
                                + COLOUR.matcher(result.errors().strip()).replaceAll(""));
            }
        } catch (IOException cannotStart) {
            throw UserError.trouble("terraform cannot be started: " + cannotStart.getMessage());
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw UserError.trouble("The preparation was called off.");
        }
    }
}
