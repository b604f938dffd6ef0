package dev.plumbline.terminal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.report.SampleReports;
import dev.plumbline.text.SessionPhrases;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Bugs of ours in a session: said, kept in a file, and no reason to end. */
@Timeout(60)
class CrashTest {
    private final Path workspace;

    CrashTest(@TempDir Path workspace) {
        this.workspace = workspace;
    }

    @Test
    void aCommandThatCrashesIsSaidAndTheNextLineIsTheLearners() throws Exception {
        String shown = play("", crashing("boom"), "boom", "echo still here > out.txt");
        assertThat(BugFiles.takenFrom(shown)).contains("boom went wrong").contains("CrashTest");
        assertThat(workspace.resolve("out.txt")).hasContent("still here");
    }

    @Test
    void anOpenQuestionIsGivenUp() throws Exception {
        SessionCommand asking = new SessionCommand("boom", "", (desk, words) -> {
            desk.ask("Really?", answer -> {});
            throw new IllegalStateException("asked and gone");
        });
        String shown = play("", asking, "boom", "echo no answer > out.txt");
        assertThat(BugFiles.takenFrom(shown)).contains("asked and gone");
        assertThat(workspace.resolve("out.txt")).hasContent("no answer");
    }

    @Test
    void aCommandThatHasTheTerminalKeepsIt() throws Exception {
        SessionCommand starting = new SessionCommand("boom", "", (desk, words) -> {
            desk.foreground("sleep 0.5; echo ended > out.txt");
            throw new IllegalStateException("after the start");
        });
        String shown = play("", starting, "boom", "cat out.txt > seen.txt");
        assertThat(BugFiles.takenFrom(shown)).contains("after the start");
        assertThat(workspace.resolve("seen.txt")).hasContent("ended");
        assertThat(shown.indexOf("[taken back]")).isLessThan(shown.indexOf("This is a bug"));
    }

    @Test
    void aSessionForOneCommandThatCrashesStaysOpen() throws Exception {
        String shown = play("boom", crashing("boom"), "echo here > out.txt");
        assertThat(BugFiles.takenFrom(shown)).contains("boom went wrong");
        assertThat(workspace.resolve("out.txt")).hasContent("here");
    }

    @Test
    void eachLineMayCrashAnew() throws Exception {
        String shown = play("", crashing("boom"), "boom", "boom", "boom", "boom", "boom", "echo here > out.txt");
        assertThat(workspace.resolve("out.txt")).hasContent("here");
        for (String one : shown.split("kinesis-stream › boom", -1)) {
            if (one.contains("bug")) {
                BugFiles.takenFrom(one);
            }
        }
    }

    @Test
    void crashesThatFollowEachOtherWithoutALineEndIt() {
        SessionCommand storm = new SessionCommand("storm", "", (desk, words) -> {
            for (int i = 0; i < 10; i++) {
                desk.events().accept(new Event.Crashed(new IllegalStateException("storm")));
            }
        });
        assertThatThrownBy(() -> play("", storm, "storm", "", "", "", "", "", ""))
                .hasMessageContaining("One bug after the other")
                .hasRootCauseMessage("storm");
    }

    private static SessionCommand crashing(String name) {
        return new SessionCommand(name, "", (desk, words) -> {
            throw new IllegalStateException(name + " went wrong");
        });
    }

    private String play(String first, SessionCommand command, String... script) throws InterruptedException {
        List<SessionCommand> commands = new ArrayList<>(Commands.table().all());
        commands.add(command);
        List<RecordingConsole> consoles = new ArrayList<>();
        new Session(
                        new SampleLab(workspace, new Exercise.Whole(), SampleReports.unwritten()),
                        SessionPhrases.english(),
                        new CommandTable(commands),
                        new WorkingDirectory(workspace, ""),
                        events -> {
                            RecordingConsole console = new RecordingConsole(List.of(script), events);
                            consoles.add(console);
                            return console;
                        },
                        Clock.systemUTC())
                .run(look -> List.of(), first);
        return consoles.get(0).shown();
    }
}
