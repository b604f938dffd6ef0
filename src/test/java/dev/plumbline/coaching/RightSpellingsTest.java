package dev.plumbline.coaching;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.grading.Diagnosis;
import dev.plumbline.grading.FakeEvidence;
import dev.plumbline.grading.Verdict;
import dev.plumbline.terraform.source.SourceText;
import dev.plumbline.workspace.WorkspaceSnapshot;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Every right way to say the region, combined with every right way to say the name, the mode, and to lay it out. */
@SuppressWarnings("StringConcatToTextBlock") // one line of Terraform beside the next, as a table
class RightSpellingsTest {
    private static final List<String> PROVIDERS = List.of(
            "provider \"aws\" {\n  region = \"us-east-1\"\n}\n",
            "provider aws { region = \"us-east-1\" }\n",
            "variable \"r\" {\n  default = \"us-east-1\"\n}\nprovider \"aws\" {\n  region = var.r\n}\n",
            "locals {\n  r = { main = \"us-east-1\" }\n}\nprovider \"aws\" {\n  region = local.r.main\n}\n",
            "provider \"aws\" {\n  region = lower(\"US-EAST-1\")\n  default_tags {\n    tags = { Team = \"data\" }\n  }\n}\n",
            """
            terraform {
              required_version = ">= 1.0"
              required_providers {
                aws = {
                  source  = "hashicorp/aws"
                  version = "~> 5.0"
                }
              }
            }
            provider "aws" {
              region = join("-", ["us", "east", "1"])
            }
            """,
            "provider \"aws\" {\n  region = \"eu-west-1\"\n}\nprovider \"aws\" {\n  alias  = \"wanted\"\n  region = \"us-east-1\"\n}\n");

    private static final List<String> NAMES = List.of(
            "name = \"datacenter-stream\"",
            "name=\"datacenter-stream\" // the name",
            "name = \"${\"datacenter\"}-stream\"",
            "name = format(\"%s-%s\", \"datacenter\", \"stream\")",
            "name = trimspace(<<-EOT\n    datacenter-stream\n  EOT\n  )",
            "name = local.names[0]",
            "name = var.stream.name",
            "name = true ? \"datacenter-stream\" : \"other\"",
            "name = replace(\"datacenter_stream\", \"_\", \"-\")");

    private static final String HELPERS =
            """
            locals {
              names = ["datacenter-stream"]
              mode  = "ON_DEMAND"
            }
            variable "stream" {
              type    = object({ name = string })
              default = { name = "datacenter-stream" }
            }
            """;

    private static final List<String> MODES = List.of(
            "stream_mode_details {\n    stream_mode = \"ON_DEMAND\"\n  }",
            "stream_mode_details { stream_mode = local.mode }",
            "stream_mode_details {\n    stream_mode = upper(\"on_demand\")\n  }",
            "dynamic \"stream_mode_details\" {\n    for_each = [\"ON_DEMAND\"]\n    content {\n      stream_mode = stream_mode_details.value\n    }\n  }",
            "dynamic \"stream_mode_details\" {\n    for_each = { a = local.mode }\n    iterator = each_mode\n    content {\n"
                    + "      stream_mode = each_mode.value\n    }\n  }");

    private static final List<String> MORE = List.of(
            "",
            "  tags = {\n    Name = \"datacenter-stream\"\n    \"cost-centre\" = 42\n  }\n",
            "  retention_period = 48\n  encryption_type = \"NONE\"\n",
            "  shard_count = null\n  enforce_consumer_deletion = true\n",
            "  lifecycle {\n    prevent_destroy = true\n    ignore_changes  = [tags]\n  }\n  timeouts {\n    create = \"10m\"\n  }\n");

    @Test
    void noneIsCalledWrong() {
        List<String> wronged = new ArrayList<>();
        int count = 0;
        for (String provider : PROVIDERS) {
            for (String name : NAMES) {
                for (String mode : MODES) {
                    for (String more : MORE) {
                        String meta = provider.contains("alias") ? "  provider = aws.wanted\n" : "";
                        String code = provider + HELPERS + "resource \"aws_kinesis_stream\" \"s\" {\n" + meta + "  "
                                + name + "\n  " + mode + "\n" + more + "}\n";
                        count++;
                        complaints(inLayout(code, count)).forEach(c -> wronged.add(c + "\n" + code));
                    }
                }
            }
        }
        assertThat(count).isGreaterThan(1500);
        assertThat(wronged).isEmpty();
    }

    /** Line endings, a byte order mark, tabs, and blank lines, in turn. */
    private static String inLayout(String code, int number) {
        return switch (number % 5) {
            case 0 -> code.replace("\n", "\r\n");
            case 1 -> "\uFEFF" + code;
            case 2 -> code.replace("  ", "\t");
            case 3 ->
                "# Strom für Größe — ストリーム\n\n" + code.replace("\n", "\n\n").replace("EOT\n\n  )", "EOT\n  )");
            default -> code;
        };
    }

    private static List<String> complaints(String code) {
        byte[] bytes = SourceText.of("main.tf", code).bytes();
        WorkspaceSnapshot snapshot = new WorkspaceSnapshot(
                Path.of("/nowhere"),
                List.of(new WorkspaceSnapshot.Entry("main.tf", WorkspaceSnapshot.Kind.FILE, bytes.length)),
                Map.of("main.tf", bytes),
                List.of(),
                false,
                "default");
        return Bench.COACH
                .diagnoseSource(
                        Bench.LAB, new FakeEvidence(Bench.LAB, snapshot, Map.of()), Bench.report(Verdict.FAILED))
                .stream()
                .filter(d -> !d.remark())
                .map(Diagnosis::mistake)
                .filter(id -> !id.equals("not-initialised"))
                .toList();
    }
}
