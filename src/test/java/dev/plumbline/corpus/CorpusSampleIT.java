package dev.plumbline.corpus;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Our own sample of learners' work is judged as it should be, with the real Terraform. */
class CorpusSampleIT {
    /** A fix is proven by a whole apply: these stand for an argument, a syntax error and a change of what is deployed. */
    private static final Set<String> PROVEN =
            Set.of("write-up-with-tags", "quote-forgotten-at-region", "no-region-anywhere", "provisioned-applied");

    @TestFactory
    Stream<DynamicTest> isJudgedAsTheCaseSays(@TempDir Path scratch) throws IOException, InterruptedException {
        return SampleReplay.of(Sample.learners(), scratch, work -> PROVEN.contains(work.name()));
    }
}
