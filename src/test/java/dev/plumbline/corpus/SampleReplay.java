package dev.plumbline.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/** Replays sample cases together, so that their waits overlap, and gives one test for each. */
final class SampleReplay {
    /** Setups mostly wait for the provider's own sleeps; graders are limited to two on their own. */
    private static final int JOBS = 8;

    private SampleReplay() {}

    static Stream<DynamicTest> of(List<CorpusCase> cases, Path scratch, Predicate<CorpusCase> proveFix)
            throws IOException, InterruptedException {
        RealTerraform.require(scratch);
        Path project = Path.of(System.getProperty("plumbline.home", "")).toAbsolutePath();
        Replay replay = new Replay(
                scratch,
                new Preparation(scratch, Preparation.Launcher.PLAIN),
                LabCommand.compiled(project, 2),
                true,
                proveFix);
        return replay.run(cases, JOBS, row -> {}).stream()
                .map(row -> DynamicTest.dynamicTest(row.work().name(), () -> {
                    assertThat(row.complaints()).isEmpty();
                }));
    }
}
