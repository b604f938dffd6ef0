package dev.plumbline.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalTest {
    private static final Instant AT = Instant.parse("2026-01-31T09:00:00Z");
    private static final List<JournalEntry> EVERY_KIND = List.of(
            new JournalEntry.Opened(AT, "kinesis-stream"),
            new JournalEntry.Saved(AT, "main.tf"),
            new JournalEntry.Ran(AT, "terraform init", 0),
            new JournalEntry.Reached(AT, "written"),
            new JournalEntry.Met(AT, "region"),
            new JournalEntry.Lost(AT, "region"),
            new JournalEntry.Read(AT, "task"),
            new JournalEntry.Hinted(AT, "region", 2),
            new JournalEntry.Passed(AT),
            new JournalEntry.DrillBegun(AT, "deleted"),
            new JournalEntry.DrillEnded(AT, "deleted", true),
            new JournalEntry.Practised(AT, 42),
            new JournalEntry.Reset(AT));

    private final Path folder;

    JournalTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void whatIsWrittenIsReadAgain() {
        Journal journal = Journal.of(folder);
        EVERY_KIND.forEach(entry -> assertThat(journal.add(entry)).isTrue());
        assertThat(Journal.of(folder).entries()).isEqualTo(EVERY_KIND);
    }

    @Test
    void aLineThatACrashCutShortCostsOnlyItself() throws IOException {
        Journal journal = Journal.of(folder);
        journal.add(new JournalEntry.Met(AT, "region"));
        Files.writeString(file(), "{\"at\":\"2026-01-31T0", StandardOpenOption.APPEND);
        journal.add(new JournalEntry.Met(AT, "stream-mode"));
        assertThat(journal.entries())
                .containsExactly(new JournalEntry.Met(AT, "region"), new JournalEntry.Met(AT, "stream-mode"));
    }

    @Test
    void anyDamageLeavesTheOtherLines() throws IOException {
        Random random = new Random(7);
        for (int round = 0; round < 200; round++) {
            Files.deleteIfExists(file());
            Journal journal = Journal.of(folder);
            EVERY_KIND.forEach(journal::add);
            byte[] bytes = Files.readAllBytes(file());
            bytes[random.nextInt(bytes.length)] = (byte) random.nextInt(256);
            Files.write(file(), bytes);
            assertThat(journal.entries()).hasSizeGreaterThanOrEqualTo(EVERY_KIND.size() - 2);
        }
    }

    @Test
    void aFolderThatCannotBeWrittenIsNoError() throws IOException {
        Path blocked = Files.writeString(folder.resolve("file"), "not a folder");
        assertThat(Journal.of(blocked).add(new JournalEntry.Passed(AT))).isFalse();
        assertThat(Journal.of(blocked).entries()).isEmpty();
    }

    private Path file() {
        return folder.resolve(".plumbline/journal.jsonl");
    }
}
