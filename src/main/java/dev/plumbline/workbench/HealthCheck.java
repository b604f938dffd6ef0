package dev.plumbline.workbench;

import dev.plumbline.cloud.Backend;
import dev.plumbline.cloud.EndpointProbe;
import dev.plumbline.cloud.LiveAnswer;
import dev.plumbline.engine.EngineOptions;
import dev.plumbline.engine.EngineUnavailable;
import dev.plumbline.engine.Lease;
import dev.plumbline.engine.ProviderNeed;
import dev.plumbline.engine.WarmEngine;
import dev.plumbline.grading.gather.ProviderVariables;
import dev.plumbline.sandbox.Sandbox;
import dev.plumbline.sandbox.SandboxException;
import dev.plumbline.sandbox.SandboxOptions;
import dev.plumbline.terraform.TerraformCli;
import dev.plumbline.terraform.TerraformEnvironment;
import dev.plumbline.terraform.TerraformTrouble;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Looks at everything a lab stands on, on this machine. */
public final class HealthCheck {
    private HealthCheck() {}

    /**
     * All findings, in the order in which one stands on the other.
     *
     * @param aws which AWS is looked at beside the built-in one; a real account is not
     */
    public static List<Finding> run(Map<String, String> environment, AwsChoice aws) {
        List<Finding> findings = new ArrayList<>(run(environment, EngineOptions.defaults()));
        if (aws instanceof AwsChoice.At at) {
            Optional<LiveAnswer.Unknown> trouble = EndpointProbe.trouble(new Backend.Url(at.endpoint()));
            findings.add(new Finding(
                    "AWS",
                    trouble.isEmpty(),
                    trouble.map(LiveAnswer.Unknown::message).orElse("answers at " + at.endpoint())));
        }
        return findings;
    }

    static List<Finding> run(Map<String, String> environment, EngineOptions engine) {
        List<Finding> findings = new ArrayList<>();
        findings.add(new Finding("plumbline", true, Version.text() + " in " + Home.folder()));
        findings.add(new Finding(
                "java", true, System.getProperty("java.version") + " (" + System.getProperty("java.home") + ")"));
        boolean terraform = terraform(environment, findings);
        try (Sandbox aws = Sandbox.start(SandboxOptions.inMemory())) {
            findings.add(new Finding("built-in AWS", true, "answers at " + aws.endpoint()));
            if (terraform) {
                // As a check asks, so that a session's provider, if one runs, is the one that is looked at.
                provider(
                        environment,
                        ProviderVariables.of(environment, new Backend.Embedded(aws.endpoint())),
                        engine,
                        findings);
            }
        } catch (SandboxException trouble) {
            findings.add(new Finding("built-in AWS", false, trouble.text()));
        }
        findings.add(new Finding("warm engines", true, EngineWords.running(WarmEngine.status(engine))));
        return findings;
    }

    private static boolean terraform(Map<String, String> environment, List<Finding> findings) {
        try {
            TerraformCli cli = TerraformCli.find(environment, TerraformEnvironment.clean(environment, Map.of()));
            findings.add(new Finding("terraform", true, cli.version().text() + " (" + cli.program() + ")"));
            return true;
        } catch (TerraformTrouble trouble) {
            findings.add(new Finding("terraform", false, String.valueOf(trouble.getMessage())));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
        return false;
    }

    private static void provider(
            Map<String, String> environment, Map<String, String> aws, EngineOptions options, List<Finding> findings) {
        try (WarmEngine engine = WarmEngine.open(options.withEnvironment(environment)
                        .withTerraform(TerraformCli.locate(environment).toString()));
                Lease lease = engine.lease(ProviderNeed.aws(), aws, Duration.ofSeconds(60))) {
            findings.add(new Finding("AWS provider", true, lease.providerVersion() + ", warm"));
        } catch (EngineUnavailable unavailable) {
            boolean none = unavailable.reason() == EngineUnavailable.Reason.NO_PROVIDER;
            findings.add(
                    new Finding("AWS provider", !none, unavailable.getMessage() + " Checks use stock Terraform runs."));
        } catch (TerraformTrouble trouble) {
            findings.add(new Finding("AWS provider", false, String.valueOf(trouble.getMessage())));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** Ends warm processes that linger; says what it did. */
    public static String stopLingering() {
        int ended = WarmEngine.stopLingering(EngineOptions.defaults());
        return EngineWords.stopped(ended, WarmEngine.status(EngineOptions.defaults()));
    }
}
