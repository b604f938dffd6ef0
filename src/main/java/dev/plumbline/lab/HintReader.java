package dev.plumbline.lab;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Reads {@code content/<lab>/hints.yaml}. */
public final class HintReader {
    private HintReader() {}

    /**
     * The lab's ladders of hints in the author's order.
     *
     * @throws LabFileException with every problem of the file, also when it is missing
     */
    public static List<Hint> read(Lab lab) {
        Problems problems = new Problems();
        Path file = lab.contentDirectory().resolve("hints.yaml");
        YamlNode root = YamlFile.read(file, "content/" + lab.id() + "/hints.yaml", problems);
        List<Hint> hints = new ArrayList<>();
        if (root != null) {
            Filler filler = new Filler(lab.id(), lab.parameters());
            root.list().forEach(node -> hints.add(one(node, filler)));
        }
        problems.throwIfAny();
        return hints;
    }

    private static Hint one(YamlNode node, Filler filler) {
        node.allow("requirement", "when", "mistake", "steps");
        List<String> variables = new ArrayList<>(Filler.OF_A_FINDING);
        variables.addAll(Filler.OF_A_WORKSPACE);
        if (node.require("steps") != null && node.list("steps").isEmpty()) {
            node.key("steps").problem("the ladder has no steps", "Begin with a nudge");
        }
        return new Hint(
                node.text("requirement"),
                node.text("when", "any"),
                node.text("mistake", ""),
                node.list("steps").stream()
                        .map(step -> filler.checked(step, variables))
                        .toList());
    }
}
