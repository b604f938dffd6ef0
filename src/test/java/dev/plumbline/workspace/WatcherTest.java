package dev.plumbline.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WatcherTest {
    private final Path folder;

    WatcherTest(@TempDir Path folder) {
        this.folder = folder;
    }

    private final List<Set<String>> told = new ArrayList<>();

    @Test
    void aNewFileAndNewContentAreTold() throws IOException {
        Watcher watcher = watcher();
        Files.writeString(folder.resolve("main.tf"), "a");
        watcher.look();
        Files.writeString(folder.resolve("main.tf"), "ab");
        watcher.look();
        assertThat(told).containsExactly(Set.of("main.tf"), Set.of("main.tf"));
    }

    @Test
    void aFolderWhereTheCodeFileShouldBeIsTold() throws IOException {
        Watcher watcher = watcher();
        Files.createDirectory(folder.resolve("modules"));
        Files.createDirectory(folder.resolve("main.tf"));
        watcher.look();
        assertThat(told).containsExactly(Set.of("main.tf"));
    }

    @Test
    void aTerraformThatBeginsAndEndsIsTold() throws IOException {
        Path state = Files.writeString(folder.resolve("terraform.tfstate"), "{}");
        Files.writeString(folder.resolve(".terraform.tfstate.lock.info"), "{}");
        Watcher watcher = watcher();
        try (FileChannel held = FileChannel.open(state, StandardOpenOption.WRITE)) {
            held.lock();
            watcher.look();
            watcher.look();
            assertThat(told).containsExactly(Set.of("terraform.tfstate"));
        }
        watcher.look();
        assertThat(told).as("killed or not: it is at work no more").hasSize(2);
    }

    @Test
    void aTouchedFileWithTheSameContentIsNot() throws IOException {
        Path file = Files.writeString(folder.resolve("main.tf"), "a");
        Watcher watcher = watcher();
        Files.setLastModifiedTime(file, FileTime.fromMillis(1_000));
        watcher.look();
        assertThat(told).isEmpty();
    }

    @Test
    void theEmptyMomentOfASaveIsNotTold() throws IOException {
        Path file = Files.writeString(folder.resolve("main.tf"), "old");
        Watcher watcher = watcher();
        Files.writeString(file, "");
        watcher.look();
        assertThat(told).isEmpty();
        Files.writeString(file, "new content");
        watcher.look();
        assertThat(told).containsExactly(Set.of("main.tf"));
    }

    @Test
    void aFileThatStaysAwayIsTold() throws IOException {
        Path file = Files.writeString(folder.resolve("main.tf"), "old");
        Watcher watcher = watcher();
        Files.delete(file);
        watcher.look();
        watcher.look();
        assertThat(told).containsExactly(Set.of("main.tf"));
    }

    @Test
    void editorsAndOurOwnFilesAreNot() throws IOException {
        Watcher watcher = watcher();
        Files.createDirectories(folder.resolve(".plumbline"));
        Files.writeString(folder.resolve(".plumbline/journal.jsonl"), "{}");
        Files.writeString(folder.resolve(".main.tf.swp"), "x");
        Files.writeString(folder.resolve("main.tf~"), "x");
        Files.writeString(folder.resolve(".terraform.tfstate.lock.info"), "x");
        watcher.look();
        assertThat(told).isEmpty();
    }

    @Test
    void theStateAndInitAreTold() throws IOException {
        Watcher watcher = watcher();
        Files.createDirectories(folder.resolve(".terraform/providers"));
        watcher.look();
        Files.writeString(folder.resolve("terraform.tfstate"), "{}");
        watcher.look();
        assertThat(told).containsExactly(Set.of(".terraform/providers"), Set.of("terraform.tfstate"));
    }

    @Test
    void thatTheFolderItselfIsGoneOrBackIsTold() throws IOException {
        Path elsewhere = folder.resolveSibling(folder.getFileName() + "-moved");
        Watcher watcher = watcher();
        Files.move(folder, elsewhere);
        watcher.look();
        assertThat(told).isEmpty();
        watcher.look();
        watcher.look();
        assertThat(told).containsExactly(Set.of());
        Files.move(elsewhere, folder);
        watcher.look();
        watcher.look();
        assertThat(told).containsExactly(Set.of(), Set.of());
    }

    private Watcher watcher() {
        return new Watcher(folder, change -> told.add(change.files()));
    }
}
