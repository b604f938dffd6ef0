package dev.plumbline.coaching;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.grading.Diagnosis;
import dev.plumbline.grading.Verdict;
import dev.plumbline.terraform.source.Configuration;
import dev.plumbline.terraform.source.SourceText;
import dev.plumbline.workspace.WorkspaceSnapshot;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** 20,000 files that editors, cats and networks could make of a right one: always an answer, and never an all-clear. */
class DamagedFilesTest {
    private static final int RUNS = 20_000;

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

            List<Diagnosis> found = diagnose(text);

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

    @Test
    void hugeAndDeepFilesAreAnswered() {
        assertThat(diagnose("resource ".repeat(20_000))).isNotEmpty();
        assertThat(diagnose(RIGHT + "x {\n".repeat(5_000))).isNotEmpty();
        assertThat(diagnose("locals {\n  a = " + "[".repeat(20_000))).isNotEmpty();
        assertThat(diagnose(RIGHT.repeat(500))).isNotEmpty();
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
