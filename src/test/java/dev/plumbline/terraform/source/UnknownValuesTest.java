package dev.plumbline.terraform.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the source alone does not tell is unknown, with the reason and what it hangs on. */
class UnknownValuesTest {
    private static final String DECLARATIONS =
            """
            variable "none" {}
            variable "number" {
              type    = number
              default = "x"
            }
            resource "aws_kinesis_stream" "s" {
              name = "a"
            }
            locals {
              circle = local.square
              square = local.circle
            }
            """;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            textBlock =
                    """
                    var.none                            | VARIABLE_WITHOUT_VALUE | var.none
                    "a-${var.none}"                     | VARIABLE_WITHOUT_VALUE | var.none
                    var.none ? 1 : 2                    | VARIABLE_WITHOUT_VALUE | var.none
                    [for v in var.none : v]             | VARIABLE_WITHOUT_VALUE | var.none
                    var.nowhere                         | VARIABLE_NOT_DECLARED  | var.nowhere
                    local.nowhere                       | LOCAL_NOT_DECLARED     | local.nowhere
                    aws_kinesis_stream.s.arn            | KNOWN_AFTER_APPLY      | aws_kinesis_stream.s.arn
                    data.aws_region.here.name           | KNOWN_AFTER_APPLY      | data.aws_region.here.name
                    module.m.out                        | KNOWN_AFTER_APPLY      | module.m.out
                    aws_kinesis_stream.other.name       | RESOURCE_NOT_DECLARED  | aws_kinesis_stream.other
                    ON_DEMAND                           | BARE_WORD              | ON_DEMAND
                    local.circle                        | CYCLE                  | local.circle
                    timestamp()                         | FUNCTION               | timestamp
                    format("%.1f-%s", 1, "a")           | FUNCTION               | format
                    strrev("e\\u0301a")                 | FUNCTION               | strrev
                    upper(var.none)                     | VARIABLE_WITHOUT_VALUE | var.none
                    upper([])                           | INVALID                | upper
                    var.number                          | INVALID                | number
                    each.value                          | INVALID                | each.value
                    1e1000                              | UNREADABLE             | ``
                    """)
    void saysWhy(String expression, UnknownReason reason, String subject) {
        Configuration configuration = Configuration.of(
                List.of(SourceText.of("main.tf", DECLARATIONS + "locals {\n  asked = " + expression + "\n}\n")));
        Evaluator evaluator = new Evaluator(configuration, new Situation(Map.of(), "default"));

        Value value =
                evaluator.evaluate(configuration.local("asked").orElseThrow().value());

        assertThat(value).isInstanceOf(Value.Unknown.class);
        Value.Unknown unknown = (Value.Unknown) value;
        assertThat(unknown.reason() + " " + unknown.subject()).isEqualTo(reason + " " + subject);
        assertThat(unknown.via()).isNotEmpty();
    }
}
