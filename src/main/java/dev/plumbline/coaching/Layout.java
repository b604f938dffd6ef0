package dev.plumbline.coaching;

import dev.plumbline.grading.Diagnosis;
import dev.plumbline.terraform.Diagnostic;
import dev.plumbline.terraform.source.Block;
import dev.plumbline.terraform.source.SourceFile;
import dev.plumbline.workspace.WorkspaceSnapshot;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Code that works and is not in the lab's file: other names, more files, modules. */
final class Layout implements Recogniser {
    @Override
    public void look(Situation situation, Consumer<Sighting> seen) {
        String code = situation.wanted().codeFile();
        boolean main = situation.code().file(code).filter(NoCode::saysSomething).isPresent();
        List<SourceFile> others = situation.code().files().stream()
                .filter(f -> !f.name().equals(code) && !Code.isOverride(f.name()))
                .toList();
        if (!main && others.size() == 1 && NoCode.saysSomething(others.get(0))) {
            String name = others.get(0).name();
            String remark = name.equalsIgnoreCase(code)
                    ? "Capitals count."
                    : name.chars().anyMatch(c -> c > 0x7F) ? "One of its letters only looks like the right one." : "";
            boolean json = name.endsWith(".json");
            Sighting sighting = Sighting.of("not-main-tf")
                    .at(name, 1, 1)
                    .with("file", name)
                    .with("other", json ? "It holds Terraform's JSON form; the task wants HCL." : remark);
            seen.accept(json ? inHcl(situation, sighting, name) : sighting);
        } else {
            for (SourceFile file : others) {
                if (NoCode.saysSomething(file) || main) {
                    several(situation, file, main, seen);
                }
            }
        }
        situation.code().blocks("module").forEach(block -> module(situation, block, seen));
    }

    /** The same, as far as the lab asks for it, in the lab's own file. */
    private static Sighting inHcl(Situation situation, Sighting sighting, String name) {
        Surgery surgery = situation.code().surgery(situation.wanted().codeFile());
        Block subject = situation.subject();
        String label = subject != null && !subject.label(1).isEmpty()
                ? subject.label(1)
                : situation.state().managed(situation.wanted().type()).stream()
                        .findFirst()
                        .map(r -> r.name())
                        .orElse(situation.wanted().label());
        return sighting.with("command", "rm " + name)
                .fix(surgery.done(surgery.append(situation.blueprint().file(label))));
    }

    private static void several(Situation situation, SourceFile file, boolean main, Consumer<Sighting> seen) {
        String code = situation.wanted().codeFile();
        boolean needed = file.body().blocks().stream()
                .anyMatch(b -> !b.type().equals("output") && !b.type().equals("check"));
        boolean subject = file.body().blocks("resource").stream()
                .anyMatch(b -> b.label(0).equals(situation.wanted().type()));
        boolean json = file.name().endsWith(".json");
        String command = !json && (needed || subject || !main)
                ? "cat " + file.name() + " >> " + code + " && rm " + file.name()
                : "rm " + file.name();
        seen.accept(Sighting.of("code-in-several-files")
                .at(file.name(), 1, 1)
                .with("file", file.name())
                .with("command", command));
    }

    /** Whether init has seen the module. */
    private static boolean isInstalled(Situation situation) {
        Path record = situation
                .folder()
                .root()
                .resolve(".terraform")
                .resolve("modules")
                .resolve("modules.json");
        boolean missing =
                situation.validation().stream().map(Diagnostic::summary).anyMatch("Module not installed"::equals);
        return Files.isRegularFile(record) && !missing;
    }

    /** The resource itself; what the module has made already is moved, not made anew. */
    private static String inPlaceOf(Situation situation, Block module) {
        String label = situation.wanted().label();
        String code = situation.blueprint().resource(label).strip();
        return situation.state().managed(situation.wanted().type()).stream()
                .map(r -> r.address())
                .filter(address -> address.startsWith("module." + module.label(0) + "."))
                .findFirst()
                .map(address -> code + "\n\nmoved {\n  from = " + address + "\n  to   = "
                        + situation.wanted().type() + "." + label + "\n}")
                .orElse(code);
    }

    /** Whether there is code in a folder within the learner's own; what lies outside of it is not looked at. */
    private static boolean hasCode(Situation situation, String source) {
        try {
            Path root = situation.folder().root();
            Path folder = root.resolve(source).normalize();
            if (!folder.startsWith(root)) {
                return true;
            }
            try (Stream<Path> files = Files.list(folder)) {
                return files.anyMatch(file -> WorkspaceSnapshot.isCode(String.valueOf(file.getFileName())));
            }
        } catch (IOException | InvalidPathException noFolder) {
            return false;
        }
    }

    private static void module(Situation situation, Block block, Consumer<Sighting> seen) {
        String source = situation.meaning().text(block, "source").orElse("");
        boolean local = source.startsWith("./") || source.startsWith("../");
        String id = local
                ? isInstalled(situation) ? "code-in-several-files" : "module-not-installed"
                : "module-unreachable";
        Surgery surgery = situation.code().surgery(block.range());
        List<Diagnosis.Edit> fix = situation.subjects().isEmpty()
                ? surgery.done(surgery.replace(block.range(), inPlaceOf(situation, block)))
                : surgery.done(surgery.delete(block));
        Sighting sighting = Sighting.of(id)
                .at(block.range())
                .with("name", block.label(0))
                .with("file", source)
                .with("where", block.range().file())
                .with("whole", situation.subjects().isEmpty())
                .with("noFolder", local && !hasCode(situation, source));
        seen.accept(sighting.fix(fix));
    }
}
