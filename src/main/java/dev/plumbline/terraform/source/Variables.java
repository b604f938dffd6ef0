package dev.plumbline.terraform.source;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The values of variables: values files win over the environment, which wins over the default. */
final class Variables {

    private final Evaluator evaluator;
    private final Configuration configuration;
    private final Situation situation;

    Variables(Evaluator evaluator, Configuration configuration, Situation situation) {
        this.evaluator = evaluator;
        this.configuration = configuration;
        this.situation = situation;
    }

    Value value(Block variable, Expression at) {
        String name = variable.label(0);
        Optional<Argument> given = configuration.givenValue(name);
        Value value;
        if (given.isPresent()) {
            value = evaluator
                    .evaluate(given.get().value(), Scope.NONE)
                    .from(given.get().range());
        } else if (situation.variables().containsKey(name)) {
            value = fromEnvironment(variable, situation.variables().getOrDefault(name, ""));
        } else {
            value = variable.body()
                    .argument("default")
                    .map(argument -> evaluator.evaluate(argument.value(), Scope.NONE))
                    .orElseGet(() -> Evaluator.unknown(UnknownReason.VARIABLE_WITHOUT_VALUE, "var." + name, at));
        }
        if (value.isNull() && isNotNullable(variable)) {
            value = variable.body()
                    .argument("default")
                    .map(argument -> evaluator.evaluate(argument.value(), Scope.NONE))
                    .orElse(value);
        }
        Expression type = variable.body().argument("type").map(Argument::value).orElse(null);
        return TypeConstraint.convert(value, type, evaluator).from(variable.headerRange());
    }

    private static boolean isNotNullable(Block variable) {
        return variable.body()
                .argument("nullable")
                .map(argument ->
                        argument.value() instanceof Expression.Literal literal && Boolean.FALSE.equals(literal.value()))
                .orElse(false);
    }

    /** Texts from outside are texts for primitive types and expressions for all others. */
    private Value fromEnvironment(Block variable, String text) {
        SourceRange place = variable.headerRange();
        String type = type(variable);
        boolean plain = type == null || type.equals("string") || type.equals("number") || type.equals("bool");
        if (plain) {
            return new Value.Known(text, List.of(place));
        }
        SourceFile file = SourceFile.parse(SourceText.of("TF_VAR_" + variable.label(0), "value = " + text + "\n"));
        return file.isBroken()
                ? new Value.Unknown(UnknownReason.INVALID, "var." + variable.label(0), List.of(place))
                : file.body()
                        .argument("value")
                        .map(argument -> evaluator.evaluate(argument.value(), Scope.NONE))
                        .orElseGet(() ->
                                new Value.Unknown(UnknownReason.INVALID, "var." + variable.label(0), List.of(place)));
    }

    private static @Nullable String type(Block variable) {
        return variable.body()
                .argument("type")
                .map(argument -> argument.value() instanceof Expression.Call call
                        ? call.function()
                        : Traversals.text(argument.value()))
                .orElse(null);
    }
}
