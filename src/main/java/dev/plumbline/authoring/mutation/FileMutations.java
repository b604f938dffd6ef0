package dev.plumbline.authoring.mutation;

import dev.plumbline.stand.Answer;
import dev.plumbline.terraform.source.Block;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** The right code in the wrong place: another file, several files, a file that overrides, a module. */
final class FileMutations {
    private FileMutations() {}

    static List<Mutant> of(Code code, Answer solution) {
        String main = code.file();
        String text = code.text();
        String stem = main.substring(0, main.indexOf('.'));
        List<Mutant> all = new ArrayList<>();
        for (String name : List.of(
                main + ".txt",
                stem + ".hcl",
                stem + ".tofu",
                main.toUpperCase(Locale.ROOT),
                "stream.tf",
                stem + ".tf.bak",
                "." + main,
                "code/" + main)) {
            all.add(mutant("renamed/" + name, solution.without(main).with(name, text)));
        }
        all.add(mutant("empty/" + main, solution.with(main, "")));
        all.add(mutant("blank/" + main, solution.with(main, "\n  \n")));
        all.add(mutant("comments-alone/" + main, solution.with(main, "# to do\n")));
        all.add(mutant("missing/" + main, solution.without(main)));
        all.add(mutant("extra/locals.tf", solution.with("locals.tf", "locals {\n  spare = 1\n}\n")));
        all.add(mutant("extra/outputs.tf", solution.with("outputs.tf", "output \"done\" {\n  value = true\n}\n")));
        all.add(mutant("extra/empty.tf", solution.with("empty.tf", "")));
        all.add(mutant("extra/spare.tf.json", solution.with("spare.tf.json", "{\"locals\": {\"spare\": 1}}\n")));
        all.add(mutant("extra/override.tf", solution.with("override.tf", overriding(code))));
        all.add(mutant("extra/" + stem + "_override.tf", solution.with(stem + "_override.tf", overriding(code))));
        all.add(mutant(
                "module/local",
                solution.with(main, "module \"all\" {\n  source = \"./all\"\n}\n")
                        .with("all/" + main, text)));
        split(code, solution, all);
        return all;
    }

    private static void split(Code code, Answer solution, List<Mutant> all) {
        List<Block> top = code.blocks().stream()
                .filter(block -> block.depth() == 0)
                .map(Code.Placed::item)
                .toList();
        if (top.size() < 2) {
            return;
        }
        for (Block block : top) {
            all.add(mutant(
                    "split/" + block.type() + ".tf",
                    solution.with(code.file(), code.withoutLines(block.range()))
                            .with(block.type() + ".tf", code.lines(block.range()))));
        }
    }

    /** An override file that changes nothing: it is code in another file all the same. */
    private static String overriding(Code code) {
        return code.resources().stream()
                .map(resource -> "resource \"" + resource.item().label(0) + "\" \""
                        + resource.item().label(1) + "\" {\n}\n")
                .collect(Collectors.joining());
    }

    private static Mutant mutant(String what, Answer answer) {
        return Mutant.fresh("file/" + what, "", answer, MutantKind.FILES);
    }
}
