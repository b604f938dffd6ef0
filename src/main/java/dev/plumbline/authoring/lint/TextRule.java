package dev.plumbline.authoring.lint;

import dev.plumbline.lab.TextCheck;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Template variables that exist, and values that practice may draw otherwise left to them. */
final class TextRule implements LintRule {
    @Override
    public List<Remark> check(Scene scene) {
        List<Remark> remarks = new ArrayList<>();
        scene.texts().forEach((name, text) -> {
            TextCheck.problems(scene.lab(), scene.shown(name), text)
                    .forEach(problem -> remarks.add(Remark.error(problem)));
            literals(scene, name, text, remarks);
        });
        return remarks;
    }

    private static void literals(Scene scene, String name, String text, List<Remark> remarks) {
        Map<String, List<Object>> variants = scene.lab().parameters().variants();
        variants.keySet().stream().sorted().forEach(parameter -> {
            Object value = scene.lab().parameters().values().get(parameter);
            // Numbers and words of Terraform's own are too common to be told from a value.
            if (!(value instanceof String literal)
                    || !literal.contains("-")
                    || literal.matches("[a-z]{2}-[a-z]+-\\d")) {
                return;
            }
            int line = 0;
            for (String each : text.split("\n", -1)) {
                line++;
                int at = each.indexOf(literal);
                if (at >= 0) {
                    remarks.add(Remark.advice(
                            scene.shown(name),
                            line,
                            each.codePointCount(0, at) + 1,
                            "'" + literal + "' is written out, and practice draws other values",
                            "Write {{parameters." + parameter + "}}"));
                }
            }
        });
    }
}
