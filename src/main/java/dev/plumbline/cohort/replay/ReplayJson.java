package dev.plumbline.cohort.replay;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plumbline.cohort.bundle.BundleJson;
import dev.plumbline.report.JsonReport;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Replays as JSON, schema {@code plumbline/replay/1}. */
public final class ReplayJson {
    /** The schema's name. */
    public static final String SCHEMA = "plumbline/replay/1";

    private ReplayJson() {}

    /** All of them in one document. */
    public static String write(List<Replay> replays) {
        ObjectNode root = BundleJson.object();
        root.put("schema", SCHEMA);
        ArrayNode bundles = root.putArray("bundles");
        replays.forEach(replay -> write(bundles.addObject(), replay));
        return new String(BundleJson.bytes(root), StandardCharsets.UTF_8);
    }

    private static void write(ObjectNode node, Replay replay) {
        node.put("file", replay.file().toString());
        node.put("exitCode", replay.exitCode());
        if (replay instanceof Replay.Refused refused) {
            node.put("error", refused.why());
        } else if (replay instanceof Replay.Judged judged) {
            judged(node, judged);
        }
    }

    private static void judged(ObjectNode node, Replay.Judged judged) {
        node.put("lab", judged.manifest().lab());
        node.put("written", judged.manifest().written().toString());
        node.put("holds", judged.holds());
        node.put("claimed", judged.claimed());
        ArrayNode differences = node.putArray("differences");
        judged.differences().forEach(d -> differences
                .addObject()
                .put("what", d.what())
                .put("claimed", d.claimed())
                .put("judged", d.judged()));
        ArrayNode alterations = node.putArray("alterations");
        judged.alterations()
                .forEach(a -> alterations.addObject().put("part", a.part()).put("says", a.says()));
        ArrayNode notes = node.putArray("notes");
        judged.notes().forEach(notes::add);
        node.set("report", JsonReport.tree(judged.report()));
    }
}
