package dev.plumbline.terraform.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Our evaluator against the table of expressions. */
class ExpressionsTest {

    static Stream<Expressions.Row> rows() {
        return Expressions.all();
    }

    @ParameterizedTest
    @MethodSource("rows")
    void isWorthWhatTerraformMakesOfIt(Expressions.Row row) {
        Evaluator evaluator = Expressions.evaluator("locals {\n  asked = " + row.expression() + "\n}\n");
        Configuration configuration = evaluator.configuration();
        assertThat(configuration.troubles()).isEmpty();

        Value value =
                evaluator.evaluate(configuration.local("asked").orElseThrow().value());

        assertThat(worth(value)).isEqualTo(row.worth());
    }

    private static String worth(Value value) {
        if (value instanceof Value.Unknown unknown) {
            return unknown.reason().name();
        }
        return String.valueOf(Json.encode(((Value.Known) value).data()));
    }
}
