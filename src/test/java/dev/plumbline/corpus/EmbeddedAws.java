package dev.plumbline.corpus;

import dev.plumbline.sandbox.SandboxLink;
import java.nio.file.Path;

/** The workspace's own AWS, kept in its {@code .plumbline} folder as the program keeps it. */
record EmbeddedAws(SandboxLink link) implements AwsUnderTest {
    static AwsUnderTest open(Path workspace) {
        return new EmbeddedAws(SandboxLink.open(workspace.resolve(".plumbline")));
    }

    @Override
    public String url() {
        return link.endpoint().toString();
    }

    @Override
    public void close() {
        link.close();
    }
}
