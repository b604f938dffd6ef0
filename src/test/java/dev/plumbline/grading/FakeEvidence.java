package dev.plumbline.grading;

import dev.plumbline.cloud.LiveAnswer;
import dev.plumbline.cloud.LiveResource;
import dev.plumbline.lab.Lab;
import dev.plumbline.terraform.Diagnostic;
import dev.plumbline.terraform.StateFile;
import dev.plumbline.terraform.source.Configuration;
import dev.plumbline.terraform.source.SourceText;
import dev.plumbline.workspace.SnapshotReader;
import dev.plumbline.workspace.WorkspaceSnapshot;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Evidence put together by hand: a real folder with its states, and what Terraform and the account are said to say. */
public final class FakeEvidence implements Evidence {
    private final Lab lab;
    private final WorkspaceSnapshot folder;
    private final Map<String, String> environment;
    private ValidationEvidence validation = new ValidationEvidence.Valid(List.of());
    private PlanEvidence plan = new PlanEvidence.Unavailable(Trouble.learners("not asked"));
    private History history = History.NONE;
    private final Map<String, LiveResource> live = new HashMap<>();
    private LiveAnswer.@org.jspecify.annotations.Nullable Unknown noAnswer;

    public FakeEvidence(Lab lab, Path folder, Map<String, String> environment) throws IOException {
        this.lab = lab;
        this.folder = SnapshotReader.read(folder);
        this.environment = environment;
    }

    public FakeEvidence(Lab lab, WorkspaceSnapshot folder, Map<String, String> environment) {
        this.lab = lab;
        this.folder = folder;
        this.environment = environment;
    }

    public FakeEvidence validated(List<Diagnostic> said) {
        validation = said.stream().anyMatch(Diagnostic::isError)
                ? new ValidationEvidence.Invalid(said)
                : new ValidationEvidence.Valid(said);
        return this;
    }

    public FakeEvidence planned(PlanEvidence said) {
        plan = said;
        return this;
    }

    public FakeEvidence seen(History runs) {
        history = runs;
        return this;
    }

    public FakeEvidence live(LiveResource resource) {
        live.put(resource.region() + "/" + resource.identity(), resource);
        return this;
    }

    public FakeEvidence unanswered(LiveAnswer.Unknown why) {
        noAnswer = why;
        return this;
    }

    @Override
    public Lab lab() {
        return lab;
    }

    @Override
    public WorkspaceSnapshot workspace() {
        return folder;
    }

    @Override
    public Map<String, String> learnerEnvironment() {
        return environment;
    }

    @Override
    public Configuration source() {
        List<SourceText> texts = new ArrayList<>();
        folder.entries().forEach(entry -> folder.bytes(entry.name())
                .ifPresent(bytes -> texts.add(SourceText.of(entry.name(), bytes))));
        return Configuration.of(texts);
    }

    @Override
    public History history() {
        return history;
    }

    @Override
    public Map<String, Long> timings() {
        return Map.of();
    }

    @Override
    public ValidationEvidence validation() {
        return validation;
    }

    @Override
    public PlanEvidence plan() {
        return plan;
    }

    @Override
    public StateEvidence state() {
        String selected = folder.selectedWorkspace();
        String path = selected.equals("default")
                ? "terraform.tfstate"
                : "terraform.tfstate.d/" + selected + "/terraform.tfstate";
        Map<String, StateFile> workspaces = new TreeMap<>();
        Map<String, StateFile> others = new TreeMap<>();
        folder.contents().forEach((name, bytes) -> {
            if (!name.contains(".tfstate") || name.equals(path) || name.startsWith(".terraform/")) {
                return;
            }
            if (name.equals("terraform.tfstate")) {
                workspaces.put("default", StateFile.read(bytes));
            } else if (name.matches("terraform\\.tfstate\\.d/[^/]+/terraform\\.tfstate")) {
                workspaces.put(name.split("/", -1)[1], StateFile.read(bytes));
            } else if (!name.endsWith(".lock.info")) {
                others.put(name, StateFile.read(bytes));
            }
        });
        boolean lock = folder.entry(".terraform.tfstate.lock.info").isPresent();
        StateFile current = folder.bytes(path).map(StateFile::read).orElseGet(StateFile.Absent::new);
        return new StateEvidence(path, current, workspaces, others, lock);
    }

    @Override
    public CloudEvidence cloud() {
        return new CloudEvidence() {
            @Override
            public LiveAnswer find(String type, String identity, String region, String account) {
                LiveAnswer.Unknown none = noAnswer;
                if (none != null) {
                    return none;
                }
                LiveResource found = live.get(region + "/" + identity);
                return found == null ? new LiveAnswer.Absent() : new LiveAnswer.Found(found);
            }

            @Override
            public List<String> list(String type, String region, String account) {
                List<String> names = new ArrayList<>();
                live.values().stream().filter(r -> r.region().equals(region)).forEach(r -> names.add(r.identity()));
                return names;
            }

            @Override
            public List<String> regions() {
                return List.of("us-east-1", "us-east-2", "us-west-1", "us-west-2", "eu-west-1", "eu-central-1");
            }
        };
    }
}
