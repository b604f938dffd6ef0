package dev.plumbline.coaching;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.grading.Diagnosis;
import dev.plumbline.grading.PlanEvidence;
import dev.plumbline.terraform.Diagnostic;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What is said first is the cause, and it has the edit. */
class TrueCauseTest extends StateGround {
    private static final String CAPITAL =
            """
            variable "region" {}
            provider "aws" {
              region = "${var.Region}"
            }
            resource "aws_kinesis_stream" "s" {
              name = "datacenter-stream"
              stream_mode_details {
                stream_mode = "ON_DEMAND"
              }
            }
            """;

    private static PlanEvidence noValue() {
        return new PlanEvidence.Refused(List.of(new Diagnostic(
                "error",
                "No value for required variable",
                "The root module input variable \"region\" is not set, and has no default value.",
                null,
                new Diagnostic.Range("main.tf", 1, 1, 1, 18),
                null,
                null)));
    }

    @Test
    void theCapitalLetterComesBeforeTheValueThatIsMissing() throws IOException {
        write("main.tf", CAPITAL);

        Diagnosis found = first(evidence().planned(noValue()));

        assertThat(found.mistake()).isEqualTo("undeclared-variable");
        assertThat(found.explanation()).contains("var.region").contains("capitals");
        mend(found);
        assertThat(Files.readString(folder.resolve("main.tf"))).isEqualTo(CAPITAL.replace("Region", "region"));
        mend(first(evidence().planned(noValue())));
        assertThat(Files.readString(folder.resolve("main.tf"))).contains("default = \"us-east-1\"");
    }

    /** Before the first save there is nothing but that file. */
    @Test
    void aFileThatIsBeingEditedHasNoWrongName() throws IOException {
        Files.delete(folder.resolve("main.tf"));
        write(".main.tf.swp", "b0VIM 9.0\nprovider \"aws\" {\n");
        assertThat(first(evidence()).mistake()).isNotEqualTo("wrong-file-extension");
    }

    @Test
    void aVariableThatNothingUsesCanGo() throws IOException {
        write("main.tf", RIGHT + "\nvariable \"region\" {}\n");

        Diagnosis found = first(evidence().planned(noValue()));

        assertThat(found.mistake()).isEqualTo("variable-without-value");
        mend(found);
        assertThat(Files.readString(folder.resolve("main.tf")).strip()).isEqualTo(RIGHT.strip());
    }

    @Test
    void whatAnEditMendsIsSaidBeforeWhatNothingHelps() throws IOException {
        write(
                "main.tf",
                """
                variable "x" {}
                provider "aws" {
                  region = "us-east-1"
                }
                resource "aws_kinesis_stream" "s" {
                  name = "datacenter-stream"
                  tags = { Name = "a-${var.x}" }
                  stream_mode_details {
                    stream_mode = "PROVISIONED"
                  }
                }
                """);

        Diagnosis found = first(evidence());

        assertThat(found.mistake()).isEqualTo("mode-provisioned");
        assertThat(found.fix()).isNotNull();
    }

    @Test
    void aLineBreakInANameIsShown() throws IOException {
        write("main.tf", RIGHT.replace("\"datacenter-stream\"", "<<EOT\ndatacenter-stream\nEOT"));

        assertThat(first(evidence()).explanation())
                .contains("\"datacenter-stream\\n\"")
                .contains("heredoc");
    }

    @Test
    void nothingIsClaimedOfABucketThatNobodyLookedFor() throws IOException {
        write("main.tf", RIGHT + "\nterraform {\n  backend \"s3\" {\n    bucket = \"b\"\n  }\n}\n");

        Diagnosis found = first(evidence());

        assertThat(found.mistake()).isEqualTo("backend-bucket-missing");
        assertThat(found.title()).doesNotContain("exist");
        assertThat(found.explanation()).contains("key, region is not even said");
    }

    @Test
    void initIsNoHelpForAModuleWithoutItsFolder() throws IOException {
        String code = "provider \"aws\" {\n  region = \"us-east-1\"\n}\nmodule \"m\" {\n  source = \"./stream\"\n}\n";
        write("main.tf", code);
        assertThat(first(evidence()).title()).isEqualTo("The module's folder does not exist");
        assertThat(first(evidence()).next()).startsWith("write the resource itself");

        write("stream/main.tf", RIGHT);

        assertThat(first(evidence()).title()).isEqualTo("A module that is not installed");
    }

    @Test
    void expressionsAndCommentsStayWhereTheModeMovesIntoItsBlock() throws IOException {
        String flat = RIGHT.replace(
                "  stream_mode_details {\n    stream_mode = \"ON_DEMAND\"\n  }",
                "  stream_mode = local.mode  # as asked");
        write("main.tf", "locals {\n  mode = \"ON_DEMAND\"\n}\n" + flat);

        mend(first(evidence()));

        assertThat(Files.readString(folder.resolve("main.tf")))
                .contains("  stream_mode_details {\n    stream_mode = local.mode  # as asked\n  }\n");
    }

    @Test
    void aCommentedModeBlockIsSpokenOf() throws IOException {
        write(
                "main.tf",
                RIGHT.replace("  stream_mode_details", "/* stream_mode_details").replace("  }\n}", "  } */\n}"));

        List<Diagnosis> found = Bench.atSource(folder);

        assertThat(found.get(0).mistake()).isEqualTo("mode-missing");
        assertThat(found.get(0).explanation()).contains("line 8 is inside a comment");
    }
}
