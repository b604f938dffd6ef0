package dev.plumbline.coaching;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.grading.Diagnosis;
import dev.plumbline.grading.FakeEvidence;
import dev.plumbline.grading.Verdict;
import dev.plumbline.terraform.source.Configuration;
import dev.plumbline.terraform.source.SourceText;
import dev.plumbline.workspace.WorkspaceSnapshot;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** 20,000 files that editors, cats and networks could make of a right one: always an answer, and never an all-clear. */
class DamagedFilesTest {
    private static final int RUNS = 20_000;
    /** Far more than any of them takes, and far less than what grows with the square of a file would. */
    private static final Duration MOST = Duration.ofSeconds(20);

    private static final String RIGHT =
            """
            # The stream
            terraform {
              required_providers {
                aws = { source = "hashicorp/aws" }
              }
            }
            provider "aws" {
              region = "us-east-1"
            }
            variable "name" {
              default = "datacenter-stream"
            }
            resource "aws_kinesis_stream" "s" {
              name = "${var.name}"
              tags = { Team = "data" }
              stream_mode_details {
                stream_mode = "ON_DEMAND"
              }
            }
            """;

    /** Diagnoses that say of the code that it is right. */
    private static final Set<String> ALL_CLEAR = Set.of("not-initialised", "not-applied");

    @Test
    void everyDamageIsAnsweredAndNoneIsCalledRight() {
        Random random = new Random(20261122);
        for (int run = 0; run < RUNS; run++) {
            String text = damaged(RIGHT, random);

            List<Diagnosis> found = inTime("run " + run, text);

            boolean allClear =
                    found.isEmpty() || ALL_CLEAR.contains(found.get(0).mistake());
            if (allClear) {
                assertThat(isRight(text))
                        .as("run %d said to be right:%n%s", run, text)
                        .isTrue();
            }
            for (Diagnosis diagnosis : found) {
                assertThat(diagnosis.title()).as("run %d", run).isNotBlank();
                Diagnosis.Fix fix = diagnosis.fix();
                if (fix != null) {
                    assertThat(Edits.apply("main.tf", text, fix.edits()))
                            .as("run %d", run)
                            .isNotNull();
                }
            }
        }
    }

    static Stream<Arguments> hostile() {
        Random random = new Random(7);
        StringBuilder noise = new StringBuilder();
        for (int i = 0; i < 100_000; i++) {
            int c = random.nextInt(Character.MAX_CODE_POINT);
            noise.appendCodePoint(Character.isSurrogate((char) c) && c < 0x10000 ? '?' : c);
        }
        StringBuilder doubling = new StringBuilder("locals {\n  a0 = [\"x\", \"x\"]\n");
        for (int i = 1; i < 60; i++) {
            doubling.append("  a" + i + " = [local.a" + (i - 1) + ", local.a" + (i - 1) + "]\n");
        }
        StringBuilder many = new StringBuilder();
        for (int i = 0; i < 5_000; i++) {
            many.append("resource \"aws_kinesis_stream\" \"s" + i + "\" {\n  name = \"n" + i + "\"\n}\n");
        }
        return Stream.of(
                Arguments.of("one word, over and over", "resource ".repeat(20_000)),
                Arguments.of("10,000 blocks inside each other", RIGHT + "x {\n".repeat(10_000)),
                Arguments.of("the same, closed", RIGHT + "x {\n".repeat(10_000) + "}\n".repeat(10_000)),
                Arguments.of("10,000 brackets", "locals {\n  a = " + "[".repeat(10_000)),
                Arguments.of(
                        "10,000 brackets, closed",
                        "locals {\n  a = " + "[".repeat(10_000) + "]".repeat(10_000) + "\n}\n"),
                Arguments.of(
                        "10,000 parentheses",
                        "locals {\n  a = " + "(".repeat(10_000) + "1" + ")".repeat(10_000) + "\n}\n"),
                Arguments.of("10,000 templates", "locals {\n  a = " + "\"${".repeat(10_000)),
                Arguments.of("10,000 minus signs", "locals {\n  a = " + "-".repeat(10_000) + "1\n}\n"),
                Arguments.of("10,000 questions", "locals {\n  a = " + "true ? 1 : ".repeat(10_000) + "1\n}\n"),
                Arguments.of("5 MB on one line", RIGHT + "# " + "x".repeat(5_000_000)),
                Arguments.of("5 MB of text", RIGHT.replace("${var.name}", "y".repeat(5_000_000))),
                Arguments.of(
                        "a heredoc of 3 MB", RIGHT + "locals {\n  t = <<EOT\n" + "line\n".repeat(600_000) + "EOT\n}\n"),
                Arguments.of("a heredoc that never ends", "locals {\n  t = <<EOT\n" + "line\n".repeat(100_000)),
                Arguments.of("noise", noise.toString()),
                Arguments.of("nothing but NUL", "\u0000".repeat(50_000)),
                Arguments.of("nothing but quotes", "\"".repeat(50_000)),
                Arguments.of("comments that open", "/*".repeat(50_000)),
                Arguments.of("braces that close", "}\n".repeat(20_000)),
                Arguments.of("a list that doubles 60 times", doubling + "}\n" + RIGHT),
                Arguments.of("a range of a billion", RIGHT.replace("\"data\"", "join(\",\", range(1000000000))")),
                Arguments.of("5,000 resources", many.toString()),
                Arguments.of("500 copies", RIGHT.repeat(500)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("hostile")
    void hugeAndDeepFilesAreAnswered(String what, String text) {
        List<Diagnosis> found = inTime(what, text);

        if (found.isEmpty() || ALL_CLEAR.contains(found.get(0).mistake())) {
            assertThat(isRight(text)).as(what).isTrue();
        }
    }

    /** A colon somewhere in it makes no YAML, a bracket no JSON. */
    @Test
    void printableNoiseIsNotCalledAnotherLanguage() {
        Random random = new Random(3);
        StringBuilder noise = new StringBuilder(") ");
        for (int i = 0; i < 20_000; i++) {
            noise.append(i % 40 == 39 ? '\n' : (char) (33 + random.nextInt(94)));
        }
        noise.append("\nkey: value\n");

        assertThat(diagnose(noise.toString())).isNotEmpty().allSatisfy(diagnosis -> assertThat(diagnosis.mistake())
                .isNotEqualTo("wrong-language"));
    }

    /** What is found, in a time of the processor's that has a limit. */
    private static List<Diagnosis> inTime(String what, String text) {
        ThreadMXBean clock = ManagementFactory.getThreadMXBean();
        long before = clock.getCurrentThreadCpuTime();

        List<Diagnosis> found = diagnose(text);

        assertThat(Duration.ofNanos(clock.getCurrentThreadCpuTime() - before))
                .as(what)
                .isLessThan(MOST);
        return found;
    }

    private static List<Diagnosis> diagnose(String text) {
        return Bench.COACH.diagnoseSource(
                Bench.LAB, new FakeEvidence(Bench.LAB, snapshot(text), Map.of()), Bench.report(Verdict.FAILED));
    }

    private static boolean isRight(String text) {
        Configuration source = Configuration.of(List.of(SourceText.of("main.tf", text)));
        Code code = Code.of(source, "main.tf");
        Meaning meaning = new Meaning(source, "default");
        return code.files().stream().noneMatch(Situation::isBroken)
                && code.resources("aws_kinesis_stream").stream()
                        .anyMatch(b -> meaning.text(b, "name")
                                        .filter("datacenter-stream"::equals)
                                        .isPresent()
                                && meaning.text(b, Wanted.MODE)
                                        .filter("ON_DEMAND"::equals)
                                        .isPresent())
                && code.blocks("provider").stream().anyMatch(b -> meaning.text(b, "region")
                        .filter("us-east-1"::equals)
                        .isPresent());
    }

    private static WorkspaceSnapshot snapshot(String text) {
        byte[] bytes = SourceText.of("main.tf", text).bytes();
        return new WorkspaceSnapshot(
                Path.of("/nowhere"),
                List.of(new WorkspaceSnapshot.Entry("main.tf", WorkspaceSnapshot.Kind.FILE, bytes.length)),
                Map.of("main.tf", bytes),
                List.of(),
                false,
                "default");
    }

    private static String damaged(String right, Random random) {
        StringBuilder text = new StringBuilder(right);
        int times = 1 + random.nextInt(3);
        for (int i = 0; i < times && text.length() > 2; i++) {
            int at = random.nextInt(text.length());
            int length = Math.min(text.length() - at, 1 + random.nextInt(12));
            switch (random.nextInt(9)) {
                case 0 -> text.setLength(at);
                case 1 -> text.insert(at, text.substring(at, at + length));
                case 2 -> text.delete(at, at + length);
                case 3 -> text.insert(at, Character.toString(0x20 + random.nextInt(0x2FFF)));
                case 4 -> text.insert(at, "{[(\"'`<=#/*${%\n\t\u0000\u00A0".charAt(random.nextInt(17)));
                case 5 -> swapLines(text, random);
                case 6 -> text.insert(at, "{ ".repeat(random.nextInt(200)));
                case 7 -> text.deleteCharAt(at);
                default -> text.replace(at, at + 1, Character.toString('a' + random.nextInt(26)));
            }
        }
        return new String(text.toString().getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    }

    private static void swapLines(StringBuilder text, Random random) {
        String[] lines = text.toString().split("\n", -1);
        int one = random.nextInt(lines.length);
        int other = random.nextInt(lines.length);
        String kept = lines[one];
        lines[one] = lines[other];
        lines[other] = kept;
        text.setLength(0);
        text.append(String.join("\n", lines));
    }
}
