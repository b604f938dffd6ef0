package dev.plumbline.corpus;

import java.io.IOException;
import java.nio.file.Path;

/** What answers a case's commands as AWS, while it is open. */
interface AwsUnderTest extends AutoCloseable {
    /** Where it answers. */
    String url();

    @Override
    void close() throws IOException;

    /** The AWS that the learner's own commands reach. */
    static AwsUnderTest duringSetup(ServerCondition condition, Path workspace) throws IOException {
        return condition.embeddedDuringSetup() ? EmbeddedAws.open(workspace) : notEmbedded(condition);
    }

    /** An AWS in a condition that the embedded endpoint is never in. */
    static AwsUnderTest notEmbedded(ServerCondition condition) throws IOException {
        return switch (condition) {
            case NOTHING_LISTENS, DOWN_AFTER_SETUP -> ClosedPort.find();
            default -> new StubAws(condition);
        };
    }
}
