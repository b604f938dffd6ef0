package dev.plumbline.cohort.exam;

import com.fasterxml.jackson.databind.JsonNode;
import dev.plumbline.cohort.intake.Submission;
import dev.plumbline.cohort.vetting.Objection;
import dev.plumbline.cohort.vetting.Vetting;
import dev.plumbline.grading.gather.ProviderSource;
import dev.plumbline.terraform.CommandResult;
import dev.plumbline.terraform.TerraformCli;
import dev.plumbline.terraform.TerraformCommand;
import dev.plumbline.terraform.TerraformTrouble;
import dev.plumbline.terraform.source.Configuration;
import dev.plumbline.terraform.source.SourceFile;
import dev.plumbline.terraform.source.SourceText;
import dev.plumbline.workspace.WorkspaceSnapshot;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** Terraform on one submission: init, plan, Terraform's own reading of the code looked through, apply of that plan. */
final class Trial {
    private final ExamHall hall;
    private final Booth booth;
    private final ProviderSource providers;
    private final Optional<Takeover> takeover;
    private boolean providerDied;

    Trial(ExamHall hall, Booth booth, ProviderSource providers, Optional<Takeover> takeover) {
        this.hall = hall;
        this.booth = booth;
        this.providers = providers;
        this.takeover = takeover;
    }

    /** How it went. */
    sealed interface Outcome {
        /** As far as Terraform goes with this code: what is there now can be judged. */
        record Ran() implements Outcome {}

        /** Something stands against running it. */
        record Objected(List<Objection> objections) implements Outcome {}

        /** Something of ours ended it. */
        record Stopped(String why) implements Outcome {}
    }

    /** Whether a warm provider ended in one of the runs. */
    boolean providerDied() {
        return providerDied;
    }

    Outcome run(Submission submission, Vetting vetting) throws IOException, TerraformTrouble, InterruptedException {
        if (submission.files().keySet().stream()
                .noneMatch(name -> name.indexOf('/') < 0 && WorkspaceSnapshot.isCode(name))) {
            return new Outcome.Ran();
        }
        if (vetting.broken()) {
            return broken(submission);
        }
        try (Desk.Seat seat = hall.desk().sit()) {
            hall.shelf().serve(booth.work());
            Optional<ProviderSource.Attached> warm =
                    providers.attach(booth.work(), booth.provider(), hall.cancellation());
            if (warm.isEmpty()) {
                return commands(booth.terraform(Map.of()), vetting, seat);
            }
            try (ProviderSource.Attached attached = warm.get()) {
                Outcome outcome = commands(booth.terraform(attached.variables()), vetting, seat);
                providerDied = attached.died();
                return outcome;
            }
        }
    }

    /** Terraform has to find it broken too: then it stops before anything else, whatever it is asked. */
    private Outcome broken(Submission submission) throws TerraformTrouble, InterruptedException {
        Configuration top = Configuration.of(submission.files().entrySet().stream()
                .filter(file -> file.getKey().indexOf('/') < 0)
                .map(file -> SourceText.of(file.getKey(), file.getValue()))
                .toList());
        List<String> files = Stream.concat(top.files().stream(), top.valuesFiles().stream())
                .filter(SourceFile::isBroken)
                .map(SourceFile::name)
                .filter(name -> !name.endsWith(".json"))
                .toList();
        if (!files.isEmpty()) {
            CommandResult parsed = run(booth.terraform(Map.of()), TerraformCommand.parse(files));
            if (parsed.exited(2)) {
                return new Outcome.Ran();
            }
        }
        String file = files.isEmpty() ? "the code" : files.get(0);
        return new Outcome.Objected(
                List.of(new Objection(file, 0, "it cannot be read here, although Terraform may be able to")));
    }

    private Outcome commands(TerraformCli cli, Vetting vetting, Desk.Seat seat)
            throws TerraformTrouble, InterruptedException {
        CommandResult init = run(cli, TerraformCommand.init());
        if (!init.exited(0)) {
            return ended("init", init);
        }
        if (vetting.doubtful()) {
            CommandResult validated = run(cli, TerraformCommand.validate());
            if (TerraformCli.tree(validated.output()).path("valid").asBoolean()) {
                return new Outcome.Objected(List.of(new Objection(
                        "the code", 0, "it has a setting that is not known here and that Terraform takes")));
            }
            return ended("validate", validated);
        }
        if (takeover.isPresent()) {
            // Where it fails, the plan shows what that means.
            CommandResult imported = run(
                    cli,
                    TerraformCommand.importing(
                            takeover.get().address(), takeover.get().id()));
            if (imported.outcome() != CommandResult.Outcome.EXITED) {
                return ended("import", imported);
            }
        }
        Path file = booth.aside("plan");
        CommandResult plan = run(cli, TerraformCommand.plan(file));
        if (!plan.exited(2)) {
            return ended("plan", plan);
        }
        CommandResult shown = run(cli, TerraformCommand.show(file));
        JsonNode code = TerraformCli.tree(shown.output());
        if (!shown.exited(0) || !code.has("configuration")) {
            return shown.outcome() == CommandResult.Outcome.EXITED
                    ? new Outcome.Stopped(
                            "Terraform gave up on its own plan (code " + shown.exitCode()
                                    + "), as it does where code asks for more memory than any exercise needs. Look at it by hand.")
                    : ended("show", shown);
        }
        List<Objection> objections =
                PlannedCode.objections(code, hall.lab().rules().providers());
        if (!objections.isEmpty()) {
            return new Outcome.Objected(objections);
        }
        seat.close(); // the provider sleeps in an apply
        return ended("apply", run(cli, TerraformCommand.apply(file)));
    }

    private CommandResult run(TerraformCli cli, List<String> words) throws TerraformTrouble, InterruptedException {
        CommandResult result =
                cli.with(Map.of("PWD", booth.work().toString())).run(booth.work(), words, hall.cancellation());
        if (result.outcome() == CommandResult.Outcome.CANCELLED) {
            throw new InterruptedException("the exams were called off");
        }
        return result;
    }

    /** What Terraform refuses by itself is judged; what we ended is not. */
    private static Outcome ended(String command, CommandResult result) {
        return switch (result.outcome()) {
            case TIMED_OUT ->
                new Outcome.Stopped("terraform " + command + " took longer than two minutes and was ended. "
                        + "Look at it by hand, or grade it again with --resume when the machine has less to do.");
            case TOO_MUCH_OUTPUT ->
                new Outcome.Stopped("terraform " + command + " printed more than can be read. Look at it by hand.");
            case EXITED, CANCELLED -> new Outcome.Ran();
        };
    }
}
