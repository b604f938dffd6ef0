package dev.plumbline.grading.gather;

import com.fasterxml.jackson.databind.JsonNode;
import dev.plumbline.cloud.Backend;
import dev.plumbline.cloud.EndpointProbe;
import dev.plumbline.cloud.LiveAnswer;
import dev.plumbline.cloud.LiveCloud;
import dev.plumbline.grading.CloudEvidence;
import dev.plumbline.grading.Evidence;
import dev.plumbline.grading.History;
import dev.plumbline.grading.PlanEvidence;
import dev.plumbline.grading.StateEvidence;
import dev.plumbline.grading.Trouble;
import dev.plumbline.grading.ValidationEvidence;
import dev.plumbline.lab.Lab;
import dev.plumbline.terraform.Cancellation;
import dev.plumbline.terraform.source.Configuration;
import dev.plumbline.terraform.source.SourceText;
import dev.plumbline.workspace.WorkspaceSnapshot;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Evidence from the real thing: files, Terraform, state, cloud; each layer gathered when first asked for. */
public final class GatheredEvidence implements Evidence, AutoCloseable {
    private final Lab lab;
    private final WorkspaceSnapshot workspace;
    private final Map<String, String> caller;
    private final Backend backend;
    private final LiveCloud live;
    private final History history;
    private final TerraformRuns runs;
    private final Cancellation cancellation;
    private final Cancellation.Registration calledOff;
    private final LayerTimes times = new LayerTimes();
    private @Nullable AskedCloud cloud;
    private @Nullable Configuration source;
    private @Nullable StateEvidence state;
    private @Nullable PlanEvidence plan;
    private @Nullable ValidationEvidence validation;
    private @Nullable ShadowWorkspace shadow;
    private @Nullable PlanAhead ahead;
    private boolean endpointAsked;
    private Optional<LiveAnswer.Unknown> endpointTrouble = Optional.empty();

    /**
     * Over one snapshot.
     *
     * @param caller the environment of the learner's shell
     */
    public GatheredEvidence(
            Lab lab,
            WorkspaceSnapshot workspace,
            Map<String, String> caller,
            Backend backend,
            LiveCloud live,
            ProviderSource providers,
            History history,
            Cancellation cancellation) {
        this.lab = lab;
        this.workspace = workspace;
        this.caller = Map.copyOf(caller);
        this.backend = backend;
        this.live = live;
        this.history = history;
        this.cancellation = new Cancellation();
        this.calledOff = cancellation.onCancel(this.cancellation::cancel);
        this.runs =
                new TerraformRuns(this.caller, backend, providers, lab.rules().providers(), this.cancellation);
    }

    /**
     * Lets the plan run and a local cloud be asked while the files are judged; {@link #plan} and {@link #cloud} then wait
     * for them. Without this, each is gathered when first asked for.
     */
    public void begin() {
        if (plan != null || ahead != null || workspace.codeFiles().isEmpty() || workspace.atWork()) {
            return;
        }
        try {
            if (endpointTrouble().isEmpty()) {
                ShadowWorkspace ready = shadow();
                ahead = PlanAhead.start(() -> runs.plan(ready));
                if (backend.isLocal()) {
                    asked().begin(lab, state());
                }
            }
        } catch (IOException noShadow) {
            return; // plan() meets the same and tells
        }
    }

    @Override
    public Lab lab() {
        return lab;
    }

    @Override
    public WorkspaceSnapshot workspace() {
        return workspace;
    }

    @Override
    public History history() {
        return history;
    }

    @Override
    public Map<String, String> learnerEnvironment() {
        Map<String, String> theirs = new HashMap<>();
        caller.forEach((name, value) -> {
            if (name.equals("AWS_REGION") || name.equals("AWS_DEFAULT_REGION")) {
                theirs.put(name, value);
            } else if (name.startsWith("TF_CLI_ARGS") || name.startsWith("TF_VAR_") || name.equals("TF_WORKSPACE")) {
                // The names are evidence; the values may be secrets and decide nothing.
                theirs.put(name, "");
            }
        });
        brokenKeys(theirs);
        return theirs;
    }

    /** Keys that are set to nothing, or only half set: by name, since a value decides nothing and may be a secret. */
    private void brokenKeys(Map<String, String> theirs) {
        List<String> names = List.of("AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY");
        List<String> good = names.stream()
                .filter(name -> !caller.getOrDefault(name, "").isBlank())
                .toList();
        if (good.size() < names.size() && names.stream().anyMatch(caller::containsKey)) {
            names.stream().filter(name -> !good.contains(name)).forEach(name -> theirs.put(name, ""));
        }
    }

    @Override
    public Configuration source() {
        Configuration known = source;
        if (known == null) {
            known = times.timed("source", () -> Configuration.of(texts()));
            source = known;
        }
        return known;
    }

    private List<SourceText> texts() {
        return workspace.entries().stream()
                .flatMap(e -> workspace.bytes(e.name()).map(bytes -> SourceText.of(e.name(), bytes)).stream())
                .toList();
    }

    @Override
    public StateEvidence state() {
        StateEvidence known = state;
        if (known == null) {
            known = times.timed("state", () -> StateReader.read(workspace));
            state = known;
        }
        return known;
    }

    @Override
    public ValidationEvidence validation() {
        ValidationEvidence known = validation;
        if (known == null) {
            PlanEvidence soFar = ahead == null ? plan : plan();
            known = soFar instanceof PlanEvidence.Planned planned
                    ? new ValidationEvidence.Valid(planned.warnings())
                    : times.timed("validation", this::validate);
            validation = known;
        }
        return known;
    }

    private ValidationEvidence validate() {
        try {
            return runs.validate(shadow());
        } catch (IOException noShadow) {
            return new ValidationEvidence.Unavailable(noShadow(noShadow));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return new ValidationEvidence.Unavailable(Trouble.ours("The check was called off."));
        }
    }

    @Override
    public PlanEvidence plan() {
        PlanEvidence known = plan;
        if (known == null) {
            PlanAhead begun = ahead;
            known = begun == null ? times.timed("plan", this::makePlan) : awaited(begun);
            plan = known;
        }
        return known;
    }

    private PlanEvidence awaited(PlanAhead begun) {
        try {
            PlanEvidence made = begun.await();
            times.add("plan", begun.millis());
            return made;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return new PlanEvidence.Unavailable(Trouble.ours("The check was called off."));
        }
    }

    private PlanEvidence makePlan() {
        if (workspace.codeFiles().isEmpty()) {
            return new PlanEvidence.Unavailable(Trouble.learners("There is no configuration to plan."));
        }
        Optional<LiveAnswer.Unknown> trouble = endpointTrouble();
        if (trouble.isPresent()) {
            return new PlanEvidence.Unavailable(Trouble.ours(trouble.get().message()));
        }
        try {
            Optional<PlanEvidence> unready = backendRefused();
            return unready.isPresent() ? unready.get() : runs.plan(shadow());
        } catch (IOException noShadow) {
            return new PlanEvidence.Unavailable(noShadow(noShadow));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return new PlanEvidence.Unavailable(Trouble.ours("The check was called off."));
        }
    }

    /**
     * What Terraform answers where the code names another backend than the one init has set up: it stops before it reads
     * any state, so the learner has no plan either. Empty where it does not stop.
     */
    private Optional<PlanEvidence> backendRefused() throws IOException, InterruptedException {
        if (!BackendRecord.isOutdated(workspace, source())) {
            return Optional.empty();
        }
        try (ShadowWorkspace asItIs = ShadowWorkspace.withBackend(workspace)) {
            PlanEvidence said = runs.plan(asItIs);
            return said.messages().stream().anyMatch(d -> d.summary().contains("initialization required"))
                    ? Optional.of(said)
                    : Optional.empty();
        }
    }

    private static Trouble noShadow(IOException why) {
        return Trouble.ours("No private copy of your folder could be made for the plan: " + why.getMessage()
                + ". Is the disk full, or " + System.getProperty("java.io.tmpdir") + " not writable?");
    }

    private Optional<LiveAnswer.Unknown> endpointTrouble() {
        if (!endpointAsked) {
            endpointTrouble = EndpointProbe.trouble(backend);
            endpointAsked = true;
        }
        return endpointTrouble;
    }

    private ShadowWorkspace shadow() throws IOException {
        ShadowWorkspace known = shadow;
        if (known == null) {
            byte[] bytes = StateReader.bytes(workspace, state().path());
            known = ShadowWorkspace.of(
                    workspace,
                    bytes == null ? new byte[0] : bytes,
                    source().backend().isPresent());
            shadow = known;
            Map<String, String> modules = LocalModules.of(workspace, source());
            if (!modules.isEmpty()) {
                known.addModules(workspace, modules);
            }
        }
        return known;
    }

    @Override
    public CloudEvidence cloud() {
        return asked();
    }

    /** What the cloud was asked so far, and its answers. */
    public CloudAnswers answers() {
        return asked().answers();
    }

    /** The grader's plan as Terraform shows it in JSON; empty where none was made. */
    public Optional<JsonNode> planShown() {
        return runs.shown();
    }

    private AskedCloud asked() {
        AskedCloud known = cloud;
        if (known == null) {
            known = new AskedCloud(
                    live,
                    endpointTrouble(),
                    times,
                    () -> Regions.worthALook(backend, lab, state(), live.regionsInUse()));
            cloud = known;
        }
        return known;
    }

    @Override
    public Map<String, Long> timings() {
        return times.all();
    }

    /** The provider's version, if a run has shown it; empty before. */
    public String providerVersion() {
        return runs.providerVersion();
    }

    @Override
    public void close() throws IOException {
        calledOff.close();
        if (ahead != null) {
            cancellation.cancel(); // of no consequence where it has ended
            ahead.end();
        }
        if (shadow != null) {
            shadow.close();
        }
    }
}
