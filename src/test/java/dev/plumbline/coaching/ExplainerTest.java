package dev.plumbline.coaching;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;

class ExplainerTest {
    private static List<Explainer.Line> explain(String text) throws IOException {
        return Explainer.of(Bench.HOME).explain("main.tf", text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void everyLineOfARightFileIsExplained() throws IOException {
        List<Explainer.Line> lines = explain(
                """
                provider "aws" {
                  region = "us-east-1"
                }
                resource "aws_kinesis_stream" "s" {
                  count = 1
                  name  = "datacenter-stream"
                  stream_mode_details {
                    stream_mode = "ON_DEMAND"
                  }
                  lifecycle {
                    prevent_destroy = true
                  }
                }
                output "arn" {
                  value = aws_kinesis_stream.s.arn
                }
                """);

        assertThat(lines)
                .extracting(Explainer.Line::name)
                .containsExactly(
                        "provider",
                        "region",
                        "resource",
                        "count",
                        "name",
                        "stream_mode_details",
                        "stream_mode",
                        "lifecycle",
                        "prevent_destroy",
                        "output",
                        "value");
        assertThat(lines).allMatch(line -> line.entry() != null);
        assertThat(lines).extracting(Explainer.Line::line).containsExactly(1, 2, 4, 5, 6, 7, 8, 10, 11, 14, 15);
    }

    @Test
    void aDynamicBlockIsExplainedAsSuch() throws IOException {
        List<Explainer.Line> lines = explain(
                """
                resource "aws_kinesis_stream" "s" {
                  dynamic "stream_mode_details" {
                    for_each = [1]
                    content {
                      stream_mode = "ON_DEMAND"
                    }
                  }
                }
                """);

        assertThat(lines)
                .extracting(Explainer.Line::name)
                .containsExactly("resource", "dynamic", "for_each", "content", "stream_mode");
        assertThat(lines)
                .allMatch(line -> line.entry() != null && line.entry().name().equals(line.name()));
    }

    @Test
    void whatIsUnknownIsSaidToBeUnknown() throws IOException {
        List<Explainer.Line> lines = explain("resource \"aws_kinesis_stream\" \"s\" {\n  colour = \"red\"\n}\n");

        assertThat(lines.get(1).name()).isEqualTo("colour");
        assertThat(lines.get(1).entry()).isNull();
    }

    @Test
    void aBrokenFileIsExplainedAsFarAsItCanBeRead() throws IOException {
        assertThat(explain("provider \"aws\" {\n  region = \"us-east-1\n}\nresource \"aws_kinesis_stream\" \"s\" {"))
                .extracting(Explainer.Line::name)
                .contains("provider");
    }
}
