package dev.plumbline.coaching;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.grading.Diagnosis;
import dev.plumbline.grading.FakeEvidence;
import dev.plumbline.grading.Verdict;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** On right work there is nothing to say but the next step, and on work that has passed nothing but remarks. */
class NoFalseAlarmTest {
    static Stream<SmallCases.SmallCase> right() throws IOException {
        return SmallCases.read("right.txt").stream();
    }

    @ParameterizedTest
    @MethodSource("right")
    void rightWorkHasNoMistakes(SmallCases.SmallCase each, @TempDir Path folder) throws IOException {
        each.writeTo(folder);

        assertThat(Bench.atSource(folder))
                .filteredOn(d -> !d.remark())
                .extracting(Diagnosis::mistake)
                .isSubsetOf("not-initialised");
    }

    @ParameterizedTest
    @MethodSource("right")
    void endingsAndMarksOfOtherSystemsDoNotMatter(SmallCases.SmallCase each, @TempDir Path folder) throws IOException {
        each.writeTo(folder);
        Path main = folder.resolve("main.tf");
        String text = Files.readString(main);
        Files.write(main, ("\uFEFF" + text.replace("\n", "\r\n")).getBytes(StandardCharsets.UTF_8));

        assertThat(Bench.atSource(folder))
                .filteredOn(d -> !d.remark())
                .extracting(Diagnosis::mistake)
                .isSubsetOf("not-initialised");
    }

    @Test
    void workThatHasPassedGetsRemarksOnly(@TempDir Path folder) throws IOException {
        Files.writeString(
                folder.resolve("main.tf"),
                """
                provider "aws" {
                  region = "us-west-2"
                }
                resource "aws_kinesis_stream" "s" {
                  name = "another"
                }
                resource "aws_kinesis_stream" "t" {
                  name = "a-third"
                }
                """);

        List<Diagnosis> found = Bench.COACH.diagnose(
                Bench.LAB, new FakeEvidence(Bench.LAB, folder, Map.of()), Bench.report(Verdict.PASSED));

        assertThat(found).isNotEmpty().allMatch(Diagnosis::remark);
    }
}
