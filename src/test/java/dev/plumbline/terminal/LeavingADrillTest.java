package dev.plumbline.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.report.SampleReports;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class LeavingADrillTest {
    private static final String CTRL_D = "\u0004";

    @TempDir
    Path workspace = Path.of("");

    @Test
    void whatStaysIsSaidOfTheLabAndOfTheDrillAsItIs() throws Exception {
        assertThat(asked(new Exercise.Whole())).contains("Your work stays.");
        SampleLab lab = new SampleLab(workspace, new Exercise.Whole(), SampleReports.passed());
        assertThat(asked(new Exercise.Repair(lab.lab().drills().get(0))))
                .contains("your own work is as you left it")
                .doesNotContain("Your work stays.");
    }

    private String asked(Exercise exercise) throws Exception {
        SampleLab lab = new SampleLab(workspace, exercise, SampleReports.appliedWrongMode());
        String shown = new SampleSession(lab)
                .screen(80, 24, Map.of("NO_COLOR", "1", "LANG", "C.UTF-8"), CTRL_D, "Ctrl-D once more");
        return shown.replaceAll("\\s+", " ");
    }
}
