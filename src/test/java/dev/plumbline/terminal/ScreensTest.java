package dev.plumbline.terminal;

import dev.plumbline.grading.Diagnosis;
import dev.plumbline.grading.Report;
import dev.plumbline.report.SampleReports;
import dev.plumbline.text.Golden;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The main screens as an emulated terminal shows them, at two sizes, in colour and without, and as plain lines. */
@Timeout(120)
class ScreensTest {
    private static final Map<String, String> COLOUR = Map.of("TERM", "xterm-256color", "LANG", "C.UTF-8");
    private static final Map<String, String> NO_COLOUR =
            Map.of("TERM", "xterm-256color", "LANG", "C.UTF-8", "NO_COLOR", "1");
    private static final Exercise LESSON = new Exercise.Whole();

    /** Below the project, so that the folder's name on the screen is the same on every machine. */
    private final Path workspace = Path.of("target", "screens", "kinesis-stream");

    @BeforeEach
    void anEmptyFolder() throws IOException {
        if (Files.exists(workspace)) {
            try (Stream<Path> all = Files.walk(workspace)) {
                for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
        Files.createDirectories(workspace);
    }

    @Test
    void theFirstLook() throws Exception {
        shows("first-look", LESSON, SampleReports.unwritten(), "", "Next:");
    }

    @Test
    void theWriteUp() throws Exception {
        Files.writeString(workspace.resolve("main.tf"), SampleReports.WRITE_UP);
        shows("write-up", LESSON, SampleReports.writeUp(), "", "Next:");
    }

    @Test
    void wrongModeLive() throws Exception {
        shows("wrong-mode", LESSON, SampleReports.appliedWrongMode(), "", "Next:");
    }

    @Test
    void passed() throws Exception {
        shows("passed", LESSON, SampleReports.passed(), "", "All 5 points.");
    }

    @Test
    void help() throws Exception {
        shows("help", LESSON, SampleReports.unwritten(), "?\r", "Keys");
    }

    @Test
    void aHint() throws Exception {
        Files.writeString(workspace.resolve("main.tf"), SampleReports.WRITE_UP);
        shows("hint", LESSON, SampleReports.writeUp(), "hint\r", "hint 1 of 3");
    }

    @Test
    void aDrill() throws Exception {
        Exercise drill = new Exercise.Repair(new SampleLab(workspace, LESSON, SampleReports.passed())
                .lab()
                .drills()
                .get(1));
        Diagnosis told = new Diagnosis(
                "mode-changed-outside", "t", "e", null, null, "terraform apply", null, null, false, List.of());
        Report asTold = SampleReports.appliedWrongMode().withDiagnoses(List.of(told));
        shows("drill", drill, asTold, "", "find out what has happened");
    }

    private void shows(String name, Exercise exercise, Report report, String keys, String last) throws Exception {
        SampleSession session = new SampleSession(new SampleLab(workspace.toAbsolutePath(), exercise, report));
        String more = name.equals("help") ? " " : ""; // the small window needs a second page
        check(name + "-80x24-colour", session.screen(80, 24, COLOUR, keys + more, last));
        check(name + "-80x24", session.screen(80, 24, NO_COLOUR, keys + more, last));
        check(name + "-120x40-colour", session.screen(120, 40, COLOUR, keys, last));
        check(name + "-120x40", session.screen(120, 40, NO_COLOUR, keys, last));
        forget();
        check(name + "-plain", session.plain(keys.replace('\r', '\n')));
    }

    private void check(String name, String shown) throws IOException {
        forget();
        Golden.check("screen-" + name, shown.replaceAll("\\d+ ms", "# ms"));
    }

    /** Each screen is a first session's. */
    private void forget() throws IOException {
        for (String name : List.of("journal.jsonl", "history")) {
            Files.deleteIfExists(workspace.resolve(".plumbline").resolve(name));
        }
    }
}
