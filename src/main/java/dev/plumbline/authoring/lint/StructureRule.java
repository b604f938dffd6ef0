package dev.plumbline.authoring.lint;

import dev.plumbline.lab.Lab;
import dev.plumbline.lab.LabCase;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The parts a lab has to have: a solution, cases of both kinds, the texts. */
final class StructureRule implements LintRule {
    private static final List<String> TEXTS =
            List.of("concepts.md", "walkthrough.md", "pitfalls.md", "commands.md", "glossary.md", "solution.md");

    @Override
    public List<Remark> check(Scene scene) {
        Lab lab = scene.lab();
        String folder = "labs/" + lab.id();
        String code = lab.rules().codeFile();
        List<Remark> remarks = new ArrayList<>();
        if (!Files.isRegularFile(lab.labDirectory().resolve("solution").resolve(code))) {
            remarks.add(Remark.error(
                    folder + "/solution/" + code, "there is no solution", "Write the answer you want to see"));
        }
        if (!lab.rules().starter() && Files.isDirectory(lab.labDirectory().resolve("starter"))) {
            remarks.add(Remark.error(
                    folder + "/starter",
                    "the lab has a starter that it does not use",
                    "Write 'workspace: {starter: true}', or remove the folder"));
        }
        if (scene.cases().stream().noneMatch(LabCase::expectsPass)) {
            remarks.add(Remark.advice(
                    folder + "/cases", "no other right answer is kept", "Add one that is written differently"));
        }
        if (scene.cases().stream().allMatch(LabCase::expectsPass)) {
            remarks.add(Remark.error(folder + "/cases", "no wrong answer is kept", "Add one for each requirement"));
        }
        for (LabCase one : scene.cases()) {
            Path file = one.directory().resolve("case.yaml");
            if (one.why().isBlank()) {
                remarks.add(Remark.error(
                        folder + "/cases/" + one.name() + "/" + file.getFileName(),
                        "'why' is empty",
                        "Say what it shows"));
            }
        }
        if (!scene.texts().containsKey("task.md")) {
            remarks.add(Remark.error(scene.shown("task.md"), "there is no task", "Write what the learner is to do"));
        }
        TEXTS.stream()
                .filter(text -> !scene.texts().containsKey(text))
                .forEach(text -> remarks.add(Remark.advice(
                        scene.shown(text), "there is no such text", "content/README.md says what belongs in it")));
        return remarks;
    }
}
