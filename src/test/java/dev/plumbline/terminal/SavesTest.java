package dev.plumbline.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.report.SampleReports;
import dev.plumbline.text.Phrases;
import dev.plumbline.text.SessionPhrases;
import dev.plumbline.workbench.CloudChanges;
import dev.plumbline.workspace.Journal;
import dev.plumbline.workspace.Watcher;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Which changes in AWS are worth a look of their own. */
class SavesTest {
    private static final Instant LOOKED = Instant.parse("2026-01-31T09:00:00Z");

    private final Path workspace;
    private final OwnCommands commands;
    private final Saves saves;

    SavesTest(@TempDir Path workspace) {
        this.workspace = workspace;
        Phrases phrases = SessionPhrases.english();
        Clock clock = Clock.fixed(LOOKED, ZoneOffset.UTC);
        Journal journal = Journal.of(workspace);
        commands = new OwnCommands(
                new SampleLab(workspace, new Exercise.Whole(), SampleReports.unwritten()),
                phrases,
                new WorkingDirectory(workspace, ""),
                journal,
                clock,
                true,
                event -> {});
        saves = new Saves(workspace, phrases, journal, clock, commands);
        saves.looked();
    }

    @AfterEach
    void end() {
        commands.close();
    }

    @Test
    void aChangeAfterTheLastLookIsWorthOneAtOnceAndOneWhenItHasSettled() {
        assertThat(saves.cause(after(1, false), false)).contains("AWS: DeleteStream");
        assertThat(saves.cause(after(1, true), false)).contains("AWS: DeleteStream");
    }

    @Test
    void whatTheLastLookHasSeenIsNot() {
        assertThat(saves.cause(after(0, false), false)).isEmpty();
        assertThat(saves.cause(after(0, true), false)).isEmpty();
    }

    @Test
    void whatARunningCommandBringsAboutWaitsForItsEnd() {
        assertThat(saves.cause(after(1, false), true)).isEmpty();
        assertThat(saves.missed()).isTrue();
        assertThat(saves.cause(after(1, true), false)).isEmpty();
    }

    @Test
    void aFileIsSavedOnlyWhereThereIsOne() throws Exception {
        Path file = workspace.resolve("main.tf");
        Watcher.Change change = new Watcher.Change(Set.of("main.tf"), 0);
        assertThat(saves.cause(change, false)).contains("main.tf removed");
        Files.writeString(file, "");
        assertThat(saves.cause(change, false)).contains("main.tf saved");
        Files.delete(file);
        Files.createDirectory(file);
        assertThat(saves.cause(change, false)).contains("main.tf is a folder now");
        assertThat(Journal.of(workspace).progress().saves()).isEqualTo(1);
        Files.delete(file);
        Files.delete(workspace.resolve(".plumbline").resolve("journal.jsonl"));
        Files.delete(workspace.resolve(".plumbline"));
        Files.delete(workspace);
        assertThat(saves.cause(change, false)).contains("your folder is gone");
        assertThat(workspace).doesNotExist();
    }

    private static Event.CloudChanged after(int seconds, boolean settled) {
        return new Event.CloudChanged(new CloudChanges.Change("DeleteStream", LOOKED.plusSeconds(seconds)), settled);
    }
}
