package dev.plumbline.coaching;

import dev.plumbline.grading.Diagnosis;
import dev.plumbline.terraform.source.Argument;
import dev.plumbline.terraform.source.Expression;
import dev.plumbline.terraform.source.SourceEdit;
import dev.plumbline.terraform.source.SourceFile;
import dev.plumbline.terraform.source.SourceRange;
import dev.plumbline.terraform.source.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Where to write the right value: at the literal it comes from (a default, a local, a values file) where that is a literal
 * and serves nothing but this, else at the argument itself.
 */
final class ValueFix {
    private ValueFix() {}

    /** The place to show: the literal the value comes from, or where it is used. */
    static SourceRange place(Situation situation, Value value) {
        return literal(situation, value).orElse(value.via().get(0));
    }

    /** The edits that make it the wanted value. */
    static List<Diagnosis.Edit> set(Situation situation, Value value, Object wanted) {
        List<SourceEdit> edits = edits(situation, value, wanted);
        return edits.isEmpty()
                ? List.of()
                : situation.code().surgery(edits.get(0).range()).done(edits);
    }

    static List<SourceEdit> edits(Situation situation, Value value, Object wanted) {
        SourceRange target = literal(situation, value).orElse(value.via().get(0));
        return List.of(situation.code().surgery(target).replaceIndented(target, Blueprint.expression(wanted)));
    }

    /** The literal at the end of the value's way, if the way leads from reference to reference only. */
    private static Optional<SourceRange> literal(Situation situation, Value value) {
        List<SourceRange> via = value.via();
        SourceRange first = via.get(0);
        SourceRange last = via.get(via.size() - 1);
        Optional<Expression> start = expressionAt(situation, first);
        if (start.isPresent() && Code.isLiteral(start.get())) {
            return Optional.of(first);
        }
        if (start.isPresent() && !isReference(start.get())) {
            return Optional.empty(); // computed: the literal at the end is only a part of it
        }
        Optional<Expression> end = expressionAt(situation, last);
        return end.filter(Code::isLiteral).map(Expression::range);
    }

    /** Whether an expression is a variable or a local and nothing else, also within quotes. */
    static boolean isReference(Expression expression) {
        if (expression instanceof Expression.Template template) {
            return template.parts().size() == 1
                    && template.parts().get(0) instanceof dev.plumbline.terraform.source.TemplatePart.Interpolation only
                    && isReference(only.expression());
        }
        return expression instanceof Expression.Attribute attribute
                && attribute.target() instanceof Expression.Name root
                && (root.name().equals("var") || root.name().equals("local"));
    }

    private static Optional<Expression> expressionAt(Situation situation, SourceRange range) {
        Optional<SourceFile> file = situation.code().file(range.file());
        if (file.isEmpty()) {
            return Optional.empty();
        }
        List<Argument> all = new ArrayList<>(file.get().body().arguments());
        file.get().body().blocks().forEach(b -> all.addAll(Code.allArguments(b)));
        return all.stream()
                .map(Argument::value)
                .filter(e -> e.range().equals(range))
                .findFirst();
    }
}
