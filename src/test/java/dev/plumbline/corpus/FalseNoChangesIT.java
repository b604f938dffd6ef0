package dev.plumbline.corpus;

import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Plan's "No changes" (and its near twins) passes nobody whose work is not done: one test for each way to get it. */
class FalseNoChangesIT {
    @TestFactory
    Stream<DynamicTest> isNotBelieved(@TempDir Path scratch) throws IOException, InterruptedException {
        return SampleReplay.of(Sample.falseNoChanges(), scratch, work -> false);
    }
}
