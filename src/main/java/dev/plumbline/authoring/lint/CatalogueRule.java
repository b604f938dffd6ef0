package dev.plumbline.authoring.lint;

import dev.plumbline.lab.LabCase;
import dev.plumbline.lab.Nearest;
import java.util.ArrayList;
import java.util.List;

/** Mistakes that the catalogues know. */
final class CatalogueRule implements LintRule {
    @Override
    public List<Remark> check(Scene scene) {
        List<Remark> remarks = new ArrayList<>();
        for (LabCase one : scene.cases()) {
            if (!one.mistake().isEmpty() && !scene.mistakes().contains(one.mistake())) {
                remarks.add(Remark.error(
                        "labs/" + scene.lab().id() + "/cases/" + one.name() + "/case.yaml",
                        "no catalogue of the lab has the mistake '" + one.mistake() + "'",
                        Nearest.hint(one.mistake(), scene.mistakes())));
            }
        }
        return remarks;
    }
}
