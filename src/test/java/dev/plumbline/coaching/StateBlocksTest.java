package dev.plumbline.coaching;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.grading.Diagnosis;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Blocks removed and moved: what they do is said, and the mend is in them. */
class StateBlocksTest extends StateGround {
    private static final String REMOVED =
            """
            provider "aws" {
              region = "us-east-1"
            }

            removed {
              from = aws_kinesis_stream.s
              lifecycle {
                destroy = false
              }
            }
            """;

    @Test
    void aRemovedBlockInsteadOfTheResourceForgetsItAndDestroysNothing() throws IOException {
        write("terraform.tfstate", state("s", "us-east-1", false));
        write("main.tf", REMOVED);

        Diagnosis found = first(evidence().live(stream("us-east-1", "ON_DEMAND")));

        assertThat(found.mistake()).isEqualTo("removed-instead");
        assertThat(found.place()).hasFieldOrPropertyWithValue("line", 5);
        assertThat(found.explanation()).contains("it stays in AWS").doesNotContain("delete");
        assertThat(found.next()).as("the whole answer is not offered unasked").startsWith("write the resource again");
    }

    @Test
    void withoutDestroyFalseItDoesDestroy() throws IOException {
        write("terraform.tfstate", state("s", "us-east-1", false));
        write("main.tf", REMOVED.replace("destroy = false", "destroy = true"));

        assertThat(first(evidence().live(stream("us-east-1", "ON_DEMAND"))).explanation())
                .contains("delete it in AWS");
    }

    @Test
    void theResourceComesBackUnderItsOldLabel() throws IOException {
        write("main.tf", REMOVED);

        mend(first(evidence()));

        assertThat(Files.readString(folder.resolve("main.tf")))
                .contains("resource \"aws_kinesis_stream\" \"s\" {")
                .doesNotContain("removed");
    }

    @Test
    void aMovedBlockWithAnotherStartIsMended() throws IOException {
        String moved = moved("aws_kinesis_stream.old", "aws_kinesis_stream.new");

        Diagnosis found = afterRename(moved);

        assertThat(found.mistake()).isEqualTo("moved-misses");
        assertThat(Files.readString(folder.resolve("main.tf")))
                .isEqualTo(renamed() + moved("aws_kinesis_stream.s", "aws_kinesis_stream.new"));
    }

    @Test
    void aMovedBlockWithAnotherEndIsMended() throws IOException {
        String moved = moved("aws_kinesis_stream.s", "aws_kinesis_stream.news");

        Diagnosis found = afterRename(moved);

        assertThat(found.mistake()).isEqualTo("moved-misses");
        assertThat(found.explanation()).contains("aws_kinesis_stream.news");
        assertThat(Files.readString(folder.resolve("main.tf")))
                .isEqualTo(renamed() + moved("aws_kinesis_stream.s", "aws_kinesis_stream.new"));
    }

    private Diagnosis afterRename(String moved) throws IOException {
        write("main.tf", renamed() + moved);
        write("terraform.tfstate", state("s", "us-east-1", false));
        Map<String, Object> name = Map.of("name", "datacenter-stream");
        Diagnosis found = first(evidence()
                .live(stream("us-east-1", "ON_DEMAND"))
                .planned(plan(
                        change("s", List.of("delete"), name, Map.of()),
                        change("new", List.of("create"), Map.of(), name))));
        mend(found);
        return found;
    }

    private static String renamed() {
        return RIGHT.replace("\"s\"", "\"new\"");
    }

    private static String moved(String from, String to) {
        return "moved {\n  from = " + from + "\n  to   = " + to + "\n}\n";
    }
}
