package dev.plumbline.workbench;

import dev.plumbline.cloud.Backend;
import dev.plumbline.cloud.LiveCloud;
import dev.plumbline.engine.EngineOptions;
import dev.plumbline.engine.WarmEngine;
import dev.plumbline.grading.EvidenceSoFar;
import dev.plumbline.grading.Grader;
import dev.plumbline.grading.Layer;
import dev.plumbline.grading.Report;
import dev.plumbline.grading.Verdict;
import dev.plumbline.grading.gather.GatheredEvidence;
import dev.plumbline.grading.gather.HeadStart;
import dev.plumbline.grading.gather.ProviderSource;
import dev.plumbline.grading.gather.WarmProviders;
import dev.plumbline.lab.Lab;
import dev.plumbline.sandbox.SandboxException;
import dev.plumbline.sandbox.SandboxLink;
import dev.plumbline.terraform.Cancellation;
import dev.plumbline.terraform.TerraformCli;
import dev.plumbline.terraform.TerraformEnvironment;
import dev.plumbline.terraform.TerraformTrouble;
import dev.plumbline.workspace.SnapshotReader;
import dev.plumbline.workspace.WorkspaceSnapshot;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One lab on one folder with one AWS, kept open for as many checks as wanted. */
public final class Workbench implements AutoCloseable {
    private final Lab lab;
    private final Path folder;
    private final Map<String, String> caller;
    private final Backend backend;
    private final @Nullable SandboxLink link;
    private final LiveCloud live;
    private final Consumer<String> say;
    private @Nullable WarmEngine engine;
    private @Nullable ProviderSource providers;
    private @Nullable String terraformVersion;

    private Workbench(
            Lab lab,
            Path folder,
            Map<String, String> caller,
            Backend backend,
            @Nullable SandboxLink link,
            Consumer<String> say) {
        this.lab = lab;
        this.folder = folder;
        this.caller = Map.copyOf(caller);
        this.backend = backend;
        this.link = link;
        this.live = new LiveCloud(backend, () -> regionsInUse(link));
        this.say = say;
    }

    /**
     * Opens it: makes the folder if need be, and starts or joins the AWS that is meant.
     *
     * @param folder the learner's folder
     * @param caller the environment of the learner's shell
     * @param say told what is worth a line while things open: stock runs instead of warm ones, for instance
     * @throws UserError if the folder or the endpoint cannot be used
     */
    public static Workbench open(
            Lab lab, Path folder, AwsChoice aws, Map<String, String> caller, Consumer<String> say) {
        Path root = folder.toAbsolutePath().normalize();
        if (aws instanceof AwsChoice.Real) {
            return new Workbench(lab, root, caller, new Backend.Real(RealAccount.credentials(caller)), null, say);
        }
        if (aws instanceof AwsChoice.At at) {
            return new Workbench(lab, root, caller, new Backend.Url(at.endpoint()), null, say);
        }
        String missing = missing(lab).orElse("");
        if (!missing.isEmpty()) {
            throw UserError.usage("The built-in AWS has no " + missing + ". Run this lab with --aws and the address of "
                    + "one that has, such as moto: --aws http://127.0.0.1:5000");
        }
        Path own = PlumblineFolder.prepare(root);
        try {
            SandboxLink link = SandboxLink.open(own);
            return new Workbench(lab, root, caller, new Backend.Embedded(link.endpoint()), link, say);
        } catch (SandboxException trouble) {
            throw UserError.trouble(trouble.text());
        }
    }

    /** The first service of the lab that the built-in AWS does not have: that lab needs another AWS. */
    public static Optional<String> missing(Lab lab) {
        return lab.services().stream()
                .filter(service -> !service.equals("kinesis") && !service.equals("sts"))
                .findFirst();
    }

    private static Optional<Set<String>> regionsInUse(@Nullable SandboxLink link) {
        try {
            return Optional.ofNullable(link).map(SandboxLink::regions);
        } catch (SandboxException noAnswer) {
            return Optional.empty();
        }
    }

    /** The lab. */
    public Lab lab() {
        return lab;
    }

    /** The learner's folder. */
    public Path folder() {
        return folder;
    }

    /** The AWS that is meant. */
    public Backend backend() {
        return backend;
    }

    /** The embedded AWS, if that is the one. */
    public Optional<SandboxLink> sandbox() {
        return Optional.ofNullable(link);
    }

    /** What is changed in that one; a list of its own for everybody who asks. */
    public Optional<CloudChanges> cloudChanges() {
        return sandbox().map(CloudChanges::new);
    }

    /** The live clients. */
    public LiveCloud live() {
        return live;
    }

    /** The caller's environment. */
    public Map<String, String> caller() {
        return caller;
    }

    /**
     * The environment for the learner's own commands: theirs, with this lab's AWS in it and nothing that leads to another
     * account.
     */
    public Map<String, String> learnerEnvironment() {
        Map<String, String> environment = new TreeMap<>(caller);
        backend.cleared().forEach(environment::remove);
        environment.putAll(backend.environment());
        environment.put("PLUMBLINE_LAB", lab.id());
        // What is shown to be typed, such as lab doctor, can be typed here.
        Home.launcher()
                .ifPresent(lab -> environment.merge(
                        "PATH", lab.toString(), (own, ours) -> own.contains(ours) ? own : own + ":" + ours));
        return environment;
    }

    /** Reads the folder. */
    public WorkspaceSnapshot snapshot() {
        try {
            return SnapshotReader.read(folder);
        } catch (IOException closed) {
            throw UserError.trouble("The folder " + folder + " cannot be listed: " + closed.getMessage());
        }
    }

    /** Evidence over a snapshot; close it when done. */
    public GatheredEvidence evidence(WorkspaceSnapshot snapshot, Cancellation cancellation) {
        return new GatheredEvidence(
                lab, snapshot, caller, backend, live, providers(), HistoryReader.read(folder, link), cancellation);
    }

    /**
     * Judges the folder as it is now, with every layer.
     *
     * @param coach adds diagnoses to a report
     */
    public Report check(Cancellation cancellation, BiFunction<? super GatheredEvidence, Report, Report> coach) {
        return check(cancellation, coach, CheckProgress.UNHEARD);
    }

    /** The same, telling of each layer as soon as it has answered. */
    public Report check(
            Cancellation cancellation,
            BiFunction<? super GatheredEvidence, Report, Report> coach,
            CheckProgress progress) {
        try (GatheredEvidence evidence = evidence(snapshot(), cancellation)) {
            Map<String, String> tools = new LinkedHashMap<>();
            tools.put("plumbline", Version.text());
            evidence.begin();
            tell(Layer.SOURCE, EvidenceSoFar.source(evidence), tools, progress);
            try {
                tools.put("terraform", terraformVersion());
            } catch (TerraformTrouble trouble) {
                tools.put("aws", backend.name());
                String why = trouble.getMessage() == null ? "Terraform cannot be used." : trouble.getMessage();
                return Report.withoutJudgement(lab, Verdict.COULD_NOT_GRADE, why, tools, evidence.timings());
            }
            tools.put("provider", "");
            tools.put("aws", backend.name());
            tell(Layer.PLAN, EvidenceSoFar.plan(evidence), tools, progress);
            Report report = coach.apply(evidence, Grader.grade(evidence, SetupFile.read(folder), tools));
            Map<String, String> known = new LinkedHashMap<>(report.tools());
            known.put("provider", evidence.providerVersion());
            return report.withTools(known);
        } catch (IOException leftover) {
            throw UserError.trouble("A private copy could not be removed: " + leftover.getMessage());
        }
    }

    private void tell(Layer layer, EvidenceSoFar evidence, Map<String, String> tools, CheckProgress progress) {
        if (progress.heard()) {
            progress.landed(layer, evidence, Grader.grade(evidence, SetupFile.read(folder), tools));
        }
    }

    private String terraformVersion() throws TerraformTrouble {
        String known = terraformVersion;
        if (known == null) {
            try {
                known = TerraformCli.find(caller, TerraformEnvironment.clean(caller, Map.of()))
                        .version()
                        .text();
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                throw new TerraformTrouble("The check was called off.");
            }
            terraformVersion = known;
        }
        return known;
    }

    /** Where warm providers come from; stock Terraform where they are switched off. */
    public synchronized ProviderSource providers() {
        ProviderSource known = providers;
        if (known == null) {
            known = caller.getOrDefault("PLUMBLINE_ENGINE", "").equals("stock") ? ProviderSource.STOCK : warm();
            providers = known;
        }
        return known;
    }

    /** Starts in the background what the first check would otherwise wait for. */
    public void prepare() {
        HeadStart.give(folder, caller, backend, providers());
    }

    private ProviderSource warm() {
        Map<String, String> lookup = new HashMap<>(caller);
        try {
            WarmEngine opened = WarmEngine.open(EngineOptions.defaults()
                    .withEnvironment(lookup)
                    .withTerraform(TerraformCli.locate(caller).toString()));
            engine = opened;
            return new WarmProviders(opened, say);
        } catch (dev.plumbline.engine.EngineUnavailable unavailable) {
            say.accept("Using stock Terraform runs, which take longer: " + unavailable.getMessage());
            return ProviderSource.STOCK;
        } catch (TerraformTrouble noTerraform) {
            return ProviderSource.STOCK;
        }
    }

    @Override
    public void close() {
        live.close();
        if (engine != null) {
            engine.close();
        }
        if (link != null) {
            link.close();
        }
    }

    /** Makes sure that the folder is there, for commands that begin work. */
    public void createFolder() {
        try {
            Files.createDirectories(folder);
        } catch (IOException refused) {
            throw UserError.trouble("The folder " + folder + " cannot be made: " + refused.getMessage()
                    + ". Name another one with --dir.");
        }
    }
}
