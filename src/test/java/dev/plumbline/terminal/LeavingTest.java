package dev.plumbline.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.cloud.Backend;
import dev.plumbline.report.SampleReports;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What is said to who leaves, and to who begins anew. */
@Timeout(60)
class LeavingTest {
    private static final Backend REAL = new Backend.Real(Map.of());
    private static final Backend MOTO = new Backend.Url(URI.create("http://127.0.0.1:5000"));
    private static final Backend EMBEDDED = new Backend.Embedded(URI.create("http://127.0.0.1:4000"));

    private final Path workspace;

    LeavingTest(@TempDir Path workspace) {
        this.workspace = workspace;
    }

    private LabRun on(Exercise exercise, Backend aws) {
        return new OnAws(new SampleLab(workspace, exercise, SampleReports.passed()), aws);
    }

    private String shown(Backend aws, String lines) {
        return new SampleSession(on(new Exercise.Whole(), aws)).plain(lines).replaceAll("\\s+", " ");
    }

    @Test
    void theWayBackLeadsToTheSameAws() {
        assertThat(WayBack.of(on(new Exercise.Practice(7), REAL))).contains("--seed 7", "--aws real");
        assertThat(WayBack.of(on(new Exercise.Whole(), MOTO))).endsWith(" --aws http://127.0.0.1:5000");
        assertThat(WayBack.of(on(new Exercise.Whole(), EMBEDDED))).doesNotContain("--aws");
    }

    @Test
    void whereTheAwsCannotForgetTheQuestionSaysWhatStays() {
        assertThat(shown(REAL, "reset\nno\n"))
                .contains("the Terraform state move to a backup", "stays in AWS", "terraform destroy first")
                .doesNotContain("built-in");
        assertThat(shown(MOTO, "reset\nno\n")).contains("stays in AWS");
        assertThat(shown(EMBEDDED, "reset\nno\n")).contains("the built-in AWS forgets its streams");
    }

    @Test
    void practiceInARealAccountIsAskedAboutOnceMore() {
        assertThat(shown(REAL, "practice 7\nno\n")).contains("the same real AWS account", "Nothing was changed.");
        assertThat(shown(EMBEDDED, "practice 7\n")).doesNotContain("real AWS account");
    }
}
