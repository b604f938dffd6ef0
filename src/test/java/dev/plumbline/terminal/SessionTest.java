package dev.plumbline.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.cloud.Backend;
import dev.plumbline.grading.Layer;
import dev.plumbline.grading.Report;
import dev.plumbline.lab.Lab;
import dev.plumbline.lab.LabCatalogue;
import dev.plumbline.report.SampleReports;
import dev.plumbline.terraform.Cancellation;
import dev.plumbline.text.SessionPhrases;
import dev.plumbline.workspace.Journal;
import dev.plumbline.workspace.JournalEntry;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class SessionTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-01-31T09:00:00Z"), ZoneOffset.UTC);
    private final Path workspace;
    private final List<RecordingConsole> consoles = new ArrayList<>();

    SessionTest(@TempDir Path workspace) {
        this.workspace = workspace;
    }

    @Test
    void aCommandRunsInTheWorkspaceWithTheLabsEnvironment() throws Exception {
        play(SampleReports.unwritten(), "echo $LAB_TEST > out.txt; pwd >> out.txt");
        assertThat(Files.readAllLines(workspace.resolve("out.txt")))
                .containsExactly("from the lab", workspace.toRealPath().toString());
    }

    @Test
    void onlyAFailingExitCodeIsShown() throws Exception {
        assertThat(play(SampleReports.unwritten(), "true", "sh -c 'exit 3'"))
                .contains("(exit code 3)")
                .doesNotContain("(exit code 0)");
    }

    @Test
    void cdLeadsWhereTheNextCommandRuns() throws Exception {
        Files.createDirectories(workspace.resolve("sub"));
        String shown = play(SampleReports.unwritten(), "cd sub", "touch here", "cd nowhere", "cd", "touch there");
        assertThat(workspace.resolve("sub/here")).exists();
        assertThat(workspace.resolve("there")).exists();
        assertThat(shown).contains("kinesis-stream/sub › ").contains("There is no folder nowhere here.");
    }

    @Test
    void anAnswerThatComesTooLateRunsNothing() throws Exception {
        assertThat(play(SampleReports.unwritten(), "yes", "No")).contains("so yes was not run.", "so No was not run.");
        assertThat(Journal.of(workspace).entries()).noneMatch(JournalEntry.Ran.class::isInstance);
    }

    @Test
    void aFolderThatIsMovedAwayIsMissedAndNothingElseIsSaidOfItUntilItIsBack() throws Exception {
        String name = workspace.getFileName().toString();
        String shown = play(
                SampleReports.writeUp(),
                "mv ../" + name + " ../" + name + "-away",
                "check",
                "hint",
                "ls",
                "cd ..",
                "ls -d " + name + " || mv " + name + "-away " + name,
                "cd",
                "check");
        String missing = "Your folder " + name + " is gone";
        String[] parts = shown.split("\\[taken back\\]");
        assertThat(parts).hasSize(3); // ls had nowhere to run
        assertThat(parts[1].split("Your folder .* is gone", -1)).as(missing).hasSizeGreaterThanOrEqualTo(4);
        assertThat(parts[1]).doesNotContain("No longer met", "What stands in the way");
        assertThat(parts[2]).contains("What stands in the way").doesNotContain("is gone");
        assertThat(Journal.of(workspace).entries())
                .hasAtLeastOneElementOfType(JournalEntry.Opened.class)
                .hasAtLeastOneElementOfType(JournalEntry.Closed.class);
    }

    @Test
    void checkShowsTheWholeReport() throws Exception {
        assertThat(play(SampleReports.writeUp(), "check")).contains("What stands in the way");
    }

    @Test
    void aDiagnosisIsSaidOnceAndNotAgainWhileItStands() throws Exception {
        String shown = play(SampleReports.writeUp(), "terraform -version >/dev/null 2>&1 || true", "true");
        assertThat(shown.split("stream_mode does not stand on its own", -1)).hasSize(2);
    }

    @Test
    void passingIsSaidAndKept() throws Exception {
        assertThat(play(SampleReports.passed())).contains("All 5 points.");
        assertThat(Journal.of(workspace).progress().passed()).isNotNull();
        assertThat(Journal.of(workspace).progress().met()).hasSize(5);
    }

    @Test
    void theJournalKeepsTheWordsOfCommandsAndNoValues() throws Exception {
        play(SampleReports.unwritten(), "true -password=hunter2 secret");
        assertThat(Journal.of(workspace).entries())
                .contains(new JournalEntry.Ran(CLOCK.instant(), "true", 0))
                .noneMatch(entry -> entry.toString().contains("hunter2"));
    }

    @Test
    void terraformCodeAtThePromptIsNotGivenToTheShell() throws Exception {
        assertThat(play(SampleReports.unwritten(), "resource \"aws_kinesis_stream\" \"s\" {"))
                .contains("That looks like Terraform code.")
                .doesNotContain("[lent]");
    }

    @Test
    void labInsideTheSessionIsTheSessionsOwnCommand() throws Exception {
        assertThat(play(SampleReports.writeUp(), "lab check kinesis-stream")).contains("What stands in the way");
    }

    @Test
    void everyTextAndTheHelpCanBeRead() throws Exception {
        String shown =
                play(SampleReports.unwritten(), "task", "read", "read concepts", "read nonsense", "?", "progress");
        assertThat(shown)
                .contains("What is asked for")
                .contains("read pitfalls")
                .contains("The conveyor belt")
                .contains("There is no text called nonsense.")
                .contains("ends what runs")
                .contains("Hints: 0.");
    }

    @Test
    void aHintSaysMoreEachTimeAndIsCounted() throws Exception {
        String shown = play(SampleReports.writeUp(), "hint", "hint", "hint region", "hint nonsense");
        assertThat(shown)
                .contains("hint 1 of 3")
                .contains("hint 2 of 3")
                .contains("There is no requirement called nonsense");
        assertThat(Journal.of(workspace).progress().hintsUsed()).isEqualTo(3);
    }

    @Test
    void theFixIsShownMadeAndTakenBack() throws Exception {
        Path file = Files.writeString(workspace.resolve("main.tf"), SampleReports.WRITE_UP);
        String shown = play(SampleReports.writeUp(), "fix", "fix --apply", "cp main.tf fixed.txt", "fix --undo");
        assertThat(shown).contains("+   stream_mode_details {").contains("fix --undo takes it back");
        assertThat(workspace.resolve("fixed.txt")).content().contains("stream_mode_details {");
        assertThat(file).hasContent(SampleReports.WRITE_UP);
    }

    @Test
    void theLearnersOwnFileIsExplained() throws Exception {
        Files.writeString(workspace.resolve("main.tf"), SampleReports.WRITE_UP);
        assertThat(play(SampleReports.writeUp(), "explain"))
                .contains("What the stream is called in AWS")
                .contains("stream_mode is not in the catalogue");
    }

    @Test
    void theSolutionWaitsForThePass() throws Exception {
        assertThat(play(SampleReports.writeUp(), "solution")).contains("once you have passed");
        Files.writeString(workspace.resolve("main.tf"), "# mine");
        assertThat(play(SampleReports.passed(), "solution")).contains("# mine").contains("One good solution");
    }

    @Test
    void drillsStandOnAFinishedExercise() throws Exception {
        assertThat(play(SampleReports.writeUp(), "drill", "drill stream-deleted", "stream"))
                .contains("The stream is gone")
                .contains("yours is not finished at the moment")
                .contains("There is no live stream datacenter-stream in us-east-1 yet");
    }

    @Test
    void troubleInJudgingIsSaidAndTheSessionGoesOn() throws Exception {
        String shown = play(
                (landed, cancellation) -> {
                    throw new IllegalStateException("the endpoint is gone");
                },
                "check",
                "echo still here > out.txt");
        assertThat(shown).contains("the endpoint is gone");
        assertThat(workspace.resolve("out.txt")).exists();
    }

    @Test
    void anErrorInJudgingIsSaidToo() throws Exception {
        String shown = play(
                (landed, cancellation) -> {
                    throw new StackOverflowError("too deep");
                },
                "check");
        assertThat(shown).contains("too deep");
    }

    private String play(Report report, String... script) throws IOException, InterruptedException {
        return play(
                (landed, cancellation) -> {
                    landed.tell(Layer.SOURCE, report);
                    return report;
                },
                script);
    }

    /** How a report comes about. */
    private interface Judging {
        Report check(LabRun.Landed landed, Cancellation cancellation);
    }

    private String play(Judging judging, String... script) throws IOException, InterruptedException {
        Lab lab = new LabCatalogue(Path.of(".")).load("kinesis-stream");
        LabRun run = new LabRun() {
            @Override
            public Lab lab() {
                return lab;
            }

            @Override
            public Exercise exercise() {
                return new Exercise.Whole();
            }

            @Override
            public Path workspace() {
                return workspace;
            }

            @Override
            public Optional<Backend> backend() {
                return Optional.empty();
            }

            @Override
            public Map<String, String> environment() {
                return Map.of(
                        "PATH", System.getenv().getOrDefault("PATH", "/usr/bin:/bin"), "LAB_TEST", "from the lab");
            }

            @Override
            public Notices notices() {
                return new Notices(words -> {});
            }

            @Override
            public Report check(Landed landed, Cancellation cancellation) {
                return judging.check(landed, cancellation);
            }
        };
        Session session = new Session(
                run,
                SessionPhrases.english(),
                Commands.table(),
                new WorkingDirectory(workspace, ""),
                events -> {
                    RecordingConsole console = new RecordingConsole(List.of(script), events);
                    consoles.add(console);
                    return console;
                },
                CLOCK);
        session.run(look -> List.of(), "");
        String shown = consoles.get(consoles.size() - 1).shown();
        assertThat(shown).endsWith("[closed]\n");
        return shown;
    }
}
