package dev.plumbline.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The sample is well formed: what the replay cannot read would otherwise be noticed late. */
class SampleTest {
    @TestFactory
    Stream<DynamicTest> everyCaseCanBeReplayed() throws IOException {
        List<CorpusCase> cases = new ArrayList<>(Sample.learners());
        cases.addAll(Sample.falseNoChanges());
        return cases.stream()
                .map(work -> DynamicTest.dynamicTest(work.name(), () -> {
                    List<String> steps = new ArrayList<>(work.setup());
                    CorpusCase.Fix fix = work.fix();
                    steps.addAll(fix == null ? List.of() : fix.steps());
                    for (String step : steps) {
                        if (StepParser.parse(step) instanceof Step.Write write) {
                            assertThat(work.folder().resolve(write.source())).isRegularFile();
                        }
                    }
                    assertThat(work.expected().requirements()).hasSize(5);
                    assertThat(work.expected().verdict()).isIn("pass", "fail", "pending");
                    assertThat(Files.isRegularFile(work.folder().resolve("main.tf")))
                            .isTrue();
                }));
    }

    @Test
    void holdsTheNumberOfCasesThatTheDocumentationSpeaksOf() throws IOException {
        assertThat(Sample.learners()).hasSizeGreaterThanOrEqualTo(25);
        assertThat(Sample.falseNoChanges()).hasSize(11);
    }
}
