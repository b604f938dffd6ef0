package dev.plumbline.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/**
 * Replays sample cases together, so that their waits overlap, and gives one test for each. The learners' commands are the
 * real ones; the judgement is made in this process, where one warm provider serves all cases.
 */
final class SampleReplay {
    /** Setups mostly wait for the provider's own sleeps. */
    private static final int JOBS = 8;

    private static final int GRADERS = 2;

    private SampleReplay() {}

    static Stream<DynamicTest> of(List<CorpusCase> cases, Path scratch, Predicate<CorpusCase> proveFix)
            throws IOException, InterruptedException {
        RealTerraform.require(scratch);
        Path project = Path.of(System.getProperty("plumbline.home", "")).toAbsolutePath();
        try (InProcess grader = new InProcess(project, GRADERS)) {
            Preparation preparation = new Preparation(scratch, Preparation.Launcher.PLAIN);
            List<Row> rows = new Replay(scratch, preparation, grader, true, proveFix).run(cases, JOBS, row -> {});
            return rows.stream()
                    .map(row -> DynamicTest.dynamicTest(
                            row.work().name(), () -> assertThat(counted(row)).isEmpty()));
        }
    }

    /** Nobody watches these commands, so that the stages planned and verified cannot be known. */
    private static List<String> counted(Row row) {
        return row.complaints().stream()
                .filter(complaint -> !complaint.startsWith("stage (not counted)"))
                .toList();
    }
}
