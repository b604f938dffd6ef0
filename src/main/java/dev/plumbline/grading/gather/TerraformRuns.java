package dev.plumbline.grading.gather;

import com.fasterxml.jackson.databind.JsonNode;
import dev.plumbline.cloud.Backend;
import dev.plumbline.grading.PlanEvidence;
import dev.plumbline.grading.Trouble;
import dev.plumbline.grading.ValidationEvidence;
import dev.plumbline.terraform.Cancellation;
import dev.plumbline.terraform.CommandResult;
import dev.plumbline.terraform.Diagnostic;
import dev.plumbline.terraform.PlanDocument;
import dev.plumbline.terraform.TerraformCli;
import dev.plumbline.terraform.TerraformCommand;
import dev.plumbline.terraform.TerraformEnvironment;
import dev.plumbline.terraform.TerraformTrouble;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The grader's own Terraform runs on a shadow: validate and plan, each retried once if a warm provider dies under it. */
final class TerraformRuns {
    private final Map<String, String> caller;
    private final Backend backend;
    private final ProviderSource providers;
    private final Cancellation cancellation;
    private final List<String> wanted;
    private String providerVersion = "";
    /** A run reached its time limit: another one on the same files would too. */
    private volatile boolean tooSlow;

    private volatile @Nullable JsonNode shown;

    /**
     * Runs for one judgement.
     *
     * @param wanted the providers the lab asks for, such as {@code hashicorp/aws}
     */
    TerraformRuns(
            Map<String, String> caller,
            Backend backend,
            ProviderSource providers,
            List<String> wanted,
            Cancellation cancellation) {
        this.caller = caller;
        this.backend = backend;
        this.providers = providers;
        this.wanted = List.copyOf(wanted);
        this.cancellation = cancellation;
    }

    /** Lets the provider of a run to come start now. */
    void prepare(Path folder) {
        providers.prepare(folder, ProviderVariables.of(caller, backend));
    }

    /** The provider's version, once a run has attached one. */
    String providerVersion() {
        return providerVersion;
    }

    /** The latest plan as Terraform shows it in JSON; empty where none was made. */
    Optional<JsonNode> shown() {
        return Optional.ofNullable(shown);
    }

    ValidationEvidence validate(ShadowWorkspace shadow) throws InterruptedException {
        try {
            return attached(shadow, cli -> {
                CommandResult result = cli.run(shadow.folder(), TerraformCommand.validate(), cancellation);
                var answer = TerraformCli.tree(result.output());
                if (!answer.has("valid")) {
                    return new ValidationEvidence.Unavailable(trouble("validate", result));
                }
                List<Diagnostic> diagnostics = Diagnostic.listOf(answer.path("diagnostics"));
                return answer.path("valid").asBoolean()
                        ? new ValidationEvidence.Valid(diagnostics)
                        : new ValidationEvidence.Invalid(diagnostics);
            });
        } catch (TerraformTrouble trouble) {
            return new ValidationEvidence.Unavailable(Trouble.ours(String.valueOf(trouble.getMessage())));
        }
    }

    PlanEvidence plan(ShadowWorkspace shadow) throws InterruptedException {
        Path file = shadow.folder().resolve(".plumbline-plan");
        try {
            return attached(shadow, cli -> {
                CommandResult planned = cli.run(shadow.folder(), TerraformCommand.plan(file), cancellation);
                List<Diagnostic> said = TerraformCli.streamed(planned.output());
                if (planned.exited(1) && said.stream().anyMatch(Diagnostic::isError)) {
                    return new PlanEvidence.Refused(said);
                }
                if (!planned.exited(0) && !planned.exited(2)) {
                    return new PlanEvidence.Unavailable(trouble("plan", planned));
                }
                CommandResult answer = cli.run(shadow.folder(), TerraformCommand.show(file), cancellation);
                var document = TerraformCli.tree(answer.output());
                if (!answer.exited(0) || !document.has("format_version")) {
                    return new PlanEvidence.Unavailable(trouble("show", answer));
                }
                shown = document;
                return new PlanEvidence.Planned(planned.exitCode(), PlanDocument.of(document), said);
            });
        } catch (TerraformTrouble trouble) {
            return new PlanEvidence.Unavailable(Trouble.ours(String.valueOf(trouble.getMessage())));
        }
    }

    @FunctionalInterface
    private interface Run<T> {
        T with(TerraformCli cli) throws TerraformTrouble, InterruptedException;
    }

    private <T> T attached(ShadowWorkspace shadow, Run<T> run) throws TerraformTrouble, InterruptedException {
        if (tooSlow) {
            throw new TerraformTrouble("terraform was not run again, since it had reached its time limit.");
        }
        Map<String, String> aws = ProviderVariables.of(caller, backend);
        TerraformCli cli = TerraformCli.find(caller, TerraformEnvironment.clean(caller, aws))
                .with(shadow.environment());
        for (int attempt = 1; ; attempt++) {
            Optional<ProviderSource.Attached> warm =
                    attempt > 2 ? Optional.empty() : providers.attach(shadow.folder(), aws, cancellation);
            if (cancellation.isCancelled()) {
                warm.ifPresent(ProviderSource.Attached::close);
                throw new TerraformTrouble("The check was called off.");
            }
            if (warm.isEmpty()) {
                return stock(shadow, cli, run);
            }
            try (ProviderSource.Attached provider = warm.get()) {
                providerVersion = provider.providerVersion();
                TerraformCli attachedCli = cli.with(provider.variables());
                if (shadow.needsInit()) {
                    attachedCli.run(shadow.folder(), TerraformCommand.init(), cancellation);
                }
                T answer = run.with(attachedCli);
                if (!provider.died() || cancellation.isCancelled()) {
                    return answer;
                }
            }
        }
    }

    private <T> T stock(ShadowWorkspace shadow, TerraformCli cli, Run<T> run)
            throws TerraformTrouble, InterruptedException {
        if (shadow.needsInit() || !shadow.hasProviders()) {
            CommandResult init = cli.run(shadow.folder(), TerraformCommand.init(), cancellation);
            if (init.outcome() == CommandResult.Outcome.TIMED_OUT) {
                tooSlow = true;
                throw new TerraformTrouble("terraform init took longer than two minutes and was ended. Either the "
                        + "registry is out of reach, or the code is nested so deeply that Terraform cannot read it.");
            }
            Optional<String> missing = ProviderTrouble.of(init.errors(), wanted);
            if (!init.exited(0) && missing.isPresent()) {
                throw new TerraformTrouble(missing.get());
            }
        }
        return run.with(cli);
    }

    private Trouble trouble(String command, CommandResult result) {
        if (result.outcome() == CommandResult.Outcome.TIMED_OUT) {
            tooSlow = true;
        }
        return switch (result.outcome()) {
            case TIMED_OUT -> Trouble.ours("terraform " + command + " took longer than two minutes and was ended.");
            case CANCELLED -> Trouble.ours("terraform " + command + " was called off.");
            case TOO_MUCH_OUTPUT ->
                Trouble.learners("terraform " + command
                        + " printed more than can be read: the plan is far larger than this lab's.");
            case EXITED ->
                Trouble.ours("terraform " + command + " ended with code " + result.exitCode() + ": "
                        + result.errors()
                                .lines()
                                .filter(l -> !l.isBlank())
                                .limit(3)
                                .reduce((a, b) -> a + " " + b)
                                .orElse("it said nothing")
                        + ".");
        };
    }
}
