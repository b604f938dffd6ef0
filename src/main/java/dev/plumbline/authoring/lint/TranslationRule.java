package dev.plumbline.authoring.lint;

import dev.plumbline.lab.Translation;
import dev.plumbline.text.Language;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** What the translations lack of the lab's texts. A lab is right without them. */
final class TranslationRule implements LintRule {
    @Override
    public List<Remark> check(Scene scene) {
        Path home = scene.lab().labDirectory().resolve("../..").normalize();
        List<Remark> remarks = new ArrayList<>();
        for (String tag : Language.translations(home)) {
            Translation.problems(home, tag, scene.lab().id()).forEach(problem -> remarks.add(Remark.advice(problem)));
        }
        return remarks;
    }
}
