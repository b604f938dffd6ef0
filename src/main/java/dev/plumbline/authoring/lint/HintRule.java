package dev.plumbline.authoring.lint;

import dev.plumbline.grading.Stage;
import dev.plumbline.grading.Status;
import dev.plumbline.lab.Hint;
import dev.plumbline.lab.HintReader;
import dev.plumbline.lab.Lab;
import dev.plumbline.lab.LabFileException;
import dev.plumbline.lab.Nearest;
import dev.plumbline.lab.Requirement;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** A ladder of hints for every requirement, and no ladder for something that does not exist. */
final class HintRule implements LintRule {
    @Override
    public List<Remark> check(Scene scene) {
        Lab lab = scene.lab();
        String file = scene.shown("hints.yaml");
        List<Hint> hints;
        try {
            hints = HintReader.read(lab);
        } catch (LabFileException broken) {
            return broken.problems().stream().map(Remark::error).toList();
        }
        Places places = Places.of(lab.contentDirectory().resolve("hints.yaml"), file);
        List<Remark> remarks = new ArrayList<>();
        List<String> ids = scene.requirements().stream().map(Requirement::id).toList();
        Set<String> helped = new HashSet<>();
        for (Hint hint : hints) {
            if (!ids.contains(hint.requirement())) {
                remarks.add(Remark.error(places.inItem(
                        "requirement",
                        hint.requirement(),
                        "hints for '" + hint.requirement() + "', which is no requirement",
                        Nearest.hint(hint.requirement(), ids))));
            }
            if (!situations().contains(hint.when())) {
                remarks.add(Remark.error(places.inItem(
                        "when",
                        hint.when(),
                        "hints of '" + hint.requirement() + "' are for 'when: " + hint.when() + "', which never is",
                        Nearest.hint(hint.when(), situations()))));
            }
            if (!hint.mistake().isEmpty() && !scene.mistakes().contains(hint.mistake())) {
                remarks.add(Remark.error(places.inItem(
                        "mistake",
                        hint.mistake(),
                        "hints for the mistake '" + hint.mistake() + "', which no catalogue of the lab has",
                        Nearest.hint(hint.mistake(), scene.mistakes()))));
            }
            if (hint.steps().size() < 2) {
                remarks.add(Remark.advice(places.inItem(
                        "requirement",
                        hint.requirement(),
                        "a ladder of '" + hint.requirement() + "' has "
                                + hint.steps().size() + " step",
                        "Begin with a question, end at the exact place")));
            }
            if (hint.mistake().isEmpty()) {
                helped.add(hint.requirement());
            }
        }
        ids.stream()
                .filter(id -> !helped.contains(id))
                .forEach(id -> remarks.add(Remark.error(
                        file,
                        "no hints for '" + id + "'",
                        "Add a ladder for it without a mistake: for any situation")));
        return remarks.stream().distinct().toList();
    }

    private static List<String> situations() {
        List<String> words = new ArrayList<>(List.of("any", Hint.UNAPPLIED));
        for (Status status : Status.values()) {
            words.add(status.word());
        }
        for (Stage stage : Stage.values()) {
            words.add(stage.word());
        }
        return words;
    }
}
