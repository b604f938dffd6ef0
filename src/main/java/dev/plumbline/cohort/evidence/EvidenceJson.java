package dev.plumbline.cohort.evidence;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plumbline.grading.gather.GatheredEvidence;
import dev.plumbline.grading.judge.SetupRecord;
import dev.plumbline.workspace.WorkspaceSnapshot;
import java.util.Map;
import java.util.TreeMap;

/** The evidence of one judgement as JSON, schema {@code plumbline/evidence/1}. */
public final class EvidenceJson {
    /** The schema's name. */
    public static final String SCHEMA = "plumbline/evidence/1";

    private EvidenceJson() {}

    /**
     * Everything that was asked in the judgement, as it was answered; what is still to be asked is asked now.
     *
     * @param setup what the lab's setup had made
     * @param state where the state in force lies inside the bundle, if that is outside the learner's folder; else empty
     */
    public static ObjectNode of(GatheredEvidence evidence, SetupRecord setup, String state) {
        ObjectNode root = folder(evidence.workspace());
        root.put("judged", true);
        ObjectNode shell = root.putObject("shell");
        new TreeMap<>(evidence.learnerEnvironment()).forEach(shell::put);
        root.putObject("history")
                .put("planned", evidence.history().planned())
                .put("verified", evidence.history().verified());
        ObjectNode kept = root.putObject("state").put("path", evidence.state().path());
        if (!state.isEmpty()) {
            kept.put("outside", state);
        }
        setup.created().ifPresent(created -> root.putObject("setup").put("created", created.toString()));
        PlanJson.write(root.putObject("plan"), evidence.plan());
        PlanJson.write(root.putObject("validation"), evidence.validation());
        CloudJson.write(root.putObject("cloud"), evidence.answers());
        return root;
    }

    /** Where nothing was judged: the folder alone, and why. */
    public static ObjectNode of(WorkspaceSnapshot folder, String trouble) {
        ObjectNode root = folder(folder);
        return root.put("judged", false).put("trouble", trouble);
    }

    private static ObjectNode folder(WorkspaceSnapshot folder) {
        ObjectNode root = dev.plumbline.cohort.bundle.BundleJson.object();
        root.put("schema", SCHEMA);
        FolderJson.write(root.putObject("folder"), folder);
        return root;
    }

    /** Adds the checksums of the files that the evidence was gathered from, as they are in the bundle. */
    public static void judgedFrom(ObjectNode root, Map<String, String> checksums) {
        ObjectNode from = root.putObject("from");
        new TreeMap<>(checksums).forEach(from::put);
    }
}
