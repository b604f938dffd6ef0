package dev.plumbline.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.sandbox.wire.AwsException;
import dev.plumbline.terminal.BugFiles;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class BugReportTest {
    @Test
    void aBugWithoutATraceSaysAtLeastWhoReportedIt() throws IOException {
        String said = BugReport.of(AwsException.validation("no trace of mine"));
        assertThat(BugFiles.takenFrom(said))
                .contains("no trace of mine")
                .contains("aBugWithoutATraceSaysAtLeastWhoReportedIt");
    }

    @Test
    void aBugSaysWhereItAroseAndNothingElse() throws IOException {
        String said = BugReport.of(new IllegalStateException("here"));
        assertThat(BugFiles.takenFrom(said)).contains("here").doesNotContain("reported from here");
    }
}
