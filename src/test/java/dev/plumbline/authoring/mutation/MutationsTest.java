package dev.plumbline.authoring.mutation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.lab.Lab;
import dev.plumbline.lab.LabCatalogue;
import dev.plumbline.stand.Answer;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the mutators make of a small solution. */
class MutationsTest {
    private static final String SOLUTION =
            """
            provider "aws" {
              region = "us-east-1"
            }

            resource "aws_kinesis_stream" "one" {
              name = "orders"

              stream_mode_details {
                stream_mode = "ON_DEMAND"
              }
            }
            """;

    private final Code code = Code.of("main.tf", SOLUTION);

    @ParameterizedTest
    @CsvSource({
        "literal/provider.aws.region=\"us-west-2\", region, region = \"us-west-2\"",
        "literal/resource.aws_kinesis_stream.one.name=\"order\", name, name = \"order\"",
        "literal/resource.aws_kinesis_stream.one.name=null, name, name = null",
        "swap/resource.aws_kinesis_stream.one.stream_mode_details.stream_mode=PROVISIONED,"
                + " stream_mode_details.stream_mode, shard_count = 1"
    })
    void literalsAreMadeWrong(String id, String touches, String holds) {
        Rewriting made = the(LiteralMutations.of(code), id);

        assertThat(made.touches()).isEqualTo(touches);
        assertThat(made.text()).contains(holds);
    }

    @ParameterizedTest
    @CsvSource({
        "drop/resource.aws_kinesis_stream.one.name, name = \"orders\"",
        "drop/resource.aws_kinesis_stream.one.stream_mode_details, stream_mode_details",
        "drop/provider.aws, us-east-1",
        "hoist/resource.aws_kinesis_stream.one.stream_mode_details, stream_mode_details {"
    })
    void whatIsDroppedIsGone(String id, String gone) {
        assertThat(the(StructureMutations.of(code), id).text()).doesNotContain(gone);
    }

    @Test
    void aBlockIsHoistedWithItsArgumentLeftBehind() {
        assertThat(the(StructureMutations.of(code), "hoist/resource.aws_kinesis_stream.one.stream_mode_details")
                        .text())
                .contains("stream_mode = \"ON_DEMAND\"");
    }

    @Test
    void theFreeLabelIsNoMutant() {
        assertThat(StructureMutations.of(code))
                .extracting(Rewriting::id)
                .contains("label/resource.aws_kinesis_stream.one=aws_kinesis_streams")
                .noneMatch(id -> id.startsWith("label/") && id.endsWith("=ones"));
    }

    @Test
    void everySignOfTheCodeIsLostOnce() {
        assertThat(SyntaxMutations.of(code))
                .extracting(Rewriting::id)
                .contains("sign-lost/opening-brace#3", "sign-lost/closing-brace#3", "sign-lost/quote#6");
    }

    @Test
    void equivalentsKeepTheValues() {
        List<Rewriting> all = Equivalents.of(code, false);

        assertThat(the(all, "same/variable/resource.aws_kinesis_stream.one.name")
                        .text())
                .contains("name = var.given", "default = \"orders\"");
        assertThat(the(all, "same/for-each-of-one/resource.aws_kinesis_stream.one")
                        .text())
                .contains("for_each = toset([\"one\"])")
                .doesNotContain("moved");
        assertThat(the(all, "same/crlf").text()).contains("\r\n");
    }

    @Test
    void anotherAddressOfSomethingRecordedIsMoved() {
        assertThat(the(Equivalents.of(code, true), "same/label/resource.aws_kinesis_stream.one")
                        .text())
                .contains("moved {", "from = aws_kinesis_stream.one", "to   = aws_kinesis_stream.another_one");
    }

    @Test
    void theFirstLabHasEnoughOfThem() {
        Lab lab = new LabCatalogue(Path.of("")).load("kinesis-stream");
        Mutants mutants = new Mutants(lab, Answer.solution(lab));

        assertThat(mutants.planned())
                .hasSizeGreaterThanOrEqualTo(120)
                .extracting(Mutant::id)
                .doesNotHaveDuplicates();
        assertThat(mutants.equivalents()).hasSizeGreaterThanOrEqualTo(40);
    }

    private static Rewriting the(List<Rewriting> all, String id) {
        return all.stream().filter(one -> one.id().equals(id)).findFirst().orElseThrow();
    }
}
