package dev.plumbline.workbench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.cloud.DirectCall;
import dev.plumbline.lab.Lab;
import dev.plumbline.lab.LabCatalogue;
import dev.plumbline.sandbox.SandboxLink;
import dev.plumbline.workspace.Journal;
import dev.plumbline.workspace.JournalEntry;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class LabResetTest {
    private static final Lab LAB = new LabCatalogue(Path.of("")).load("kinesis-stream");
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-01-31T09:00:00Z"), ZoneOffset.UTC);

    private final Path folder;

    LabResetTest(@TempDir Path folder) {
        this.folder = folder;
    }

    private Workbench open() throws Exception {
        Files.writeString(folder.resolve("main.tf"), "# first");
        return Workbench.open(LAB, folder, new AwsChoice.Embedded(), Map.of(), line -> {});
    }

    @Test
    void whatIsTheirsMovesAndTheAwsForgets() throws Exception {
        Files.createDirectories(folder.resolve(".terraform/providers"));
        try (Workbench bench = open()) {
            SandboxLink aws = bench.sandbox().orElseThrow();
            assertThat(DirectCall.make(
                            aws.endpoint(),
                            "kinesis",
                            "CreateStream",
                            "eu-west-1",
                            Map.of("StreamName", "mine", "ShardCount", 1)))
                    .isEmpty();
            Journal.of(folder).add(new JournalEntry.Met(Instant.now(), "region"));
            Path backup = new LabReset(bench, CLOCK).run(line -> {});
            assertThat(backup.resolve("main.tf")).hasContent("# first");
            assertThat(backup.resolve(".terraform")).doesNotExist();
            assertThat(folder.resolve(".terraform")).doesNotExist();
            assertThat(folder.resolve("main.tf")).doesNotExist();
            assertThat(aws.regions()).isEmpty();
            assertThat(Journal.of(folder).progress().met()).isEmpty();
        }
    }

    @Test
    void twoWithinASecondHaveABackupEach() throws Exception {
        try (Workbench bench = open()) {
            Path first = new LabReset(bench, CLOCK).run(line -> {});
            Files.writeString(folder.resolve("main.tf"), "# second");
            Path second = new LabReset(bench, CLOCK).run(line -> {});
            assertThat(first.resolve("main.tf")).hasContent("# first");
            assertThat(second.resolve("main.tf")).hasContent("# second");
        }
    }

    @Test
    void nothingMovesWhereTheAwsDoesNotAnswer() throws Exception {
        try (Workbench bench = open()) {
            bench.sandbox().orElseThrow().close();
            assertThatThrownBy(() -> new LabReset(bench, CLOCK).run(line -> {}))
                    .isInstanceOf(UserError.class)
                    .hasMessageContaining("Your files are where they were");
            assertThat(folder.resolve("main.tf")).hasContent("# first");
            assertThat(folder.resolve(".plumbline/backups")).doesNotExist();
        }
    }

    /** A drill would go on in a copy of work that is no longer there, and an undo bring it back. */
    @Test
    void whatWasMadeOfTheOldWorkGoesWithIt() throws Exception {
        Path drill = folder.resolve(".plumbline/drills/stream-deleted/.plumbline");
        Files.createDirectories(drill);
        Files.writeString(drill.resolve("drill-ready"), "stream-deleted");
        Path undo = folder.resolve(".plumbline/undo/0001/before");
        Files.createDirectories(undo);
        Files.writeString(undo.resolve("main.tf"), "# older");
        Files.createDirectories(folder.resolve("drills")); // one of theirs
        try (Workbench bench = open()) {
            assertThat(DrillGround.cutShort(folder)).containsExactly("stream-deleted");
            Path backup = new LabReset(bench, CLOCK).run(line -> {});
            assertThat(DrillGround.cutShort(folder)).isEmpty();
            assertThat(folder.resolve(".plumbline/undo")).doesNotExist();
            assertThat(backup.resolve(".plumbline/undo/0001/before/main.tf")).hasContent("# older");
            assertThat(backup.resolve("drills")).isDirectory();
        }
    }

    @Test
    void aLabThatBeginsInItsAwsIsNotSetBackOnARealOne() throws Exception {
        Files.writeString(folder.resolve("main.tf"), "# mine");
        Lab adopt = new LabCatalogue(Path.of("")).load("kinesis-adopt");
        try (Workbench bench = Workbench.open(adopt, folder, new AwsChoice.Real(), Map.of(), line -> {})) {
            assertThatThrownBy(() -> new LabReset(bench, CLOCK).run(line -> {}))
                    .hasMessageContaining("in a real account");
            assertThat(folder.resolve("main.tf")).hasContent("# mine");
        }
    }
}
