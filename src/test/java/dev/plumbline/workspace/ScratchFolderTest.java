package dev.plumbline.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

@DisabledOnOs(OS.WINDOWS)
class ScratchFolderTest {
    private final Path temporary;

    ScratchFolderTest(@TempDir Path temporary) {
        this.temporary = temporary;
    }

    @Test
    void whatAKilledProcessLeftIsRemoved() throws Exception {
        Path left = folder("plumbline-shadow-" + endedProcess() + "-12345", Duration.ofHours(2));
        Files.createSymbolicLink(left.resolve("providers"), folder("elsewhere", Duration.ofHours(2)));
        aged(left, Duration.ofHours(2));

        ScratchFolder.sweep(temporary);

        assertThat(left).doesNotExist();
        assertThat(temporary.resolve("elsewhere").resolve("file"))
                .as("links are not followed")
                .exists();
    }

    @Test
    void whatMayBeInUseIsNot() throws Exception {
        long ended = endedProcess();
        Path recent = folder("plumbline-shadow-" + ended + "-1", Duration.ofMinutes(30));
        Path ofAnOtherForm = folder("plumbline-shadow-4711", Duration.ofHours(2));
        Path strangers = folder("other-shadow-" + ended + "-1", Duration.ofHours(2));

        ScratchFolder.sweep(temporary);

        assertThat(recent).exists();
        assertThat(ofAnOtherForm).exists();
        assertThat(strangers).exists();
    }

    @Test
    void theFoldersOfALivingProcessStayHoweverOldAndThoseOfItsNumbersFormerOwnerDoNot() throws Exception {
        Process living = new ProcessBuilder("sleep", "60").start();
        try {
            Instant start = living.info().startInstant().orElseThrow();
            Path folder = folder("plumbline-shadow-" + living.pid() + "-1", Duration.between(start, Instant.now()));
            assertThat(ScratchFolder.lives(living.pid(), start.plusSeconds(1))).isTrue();
            assertThat(ScratchFolder.lives(living.pid(), start.minusSeconds(1))).isFalse();
            ScratchFolder.sweep(temporary);
            assertThat(folder).exists();
        } finally {
            living.destroyForcibly();
        }
    }

    @Test
    void aNewOneIsThisUsersAloneAndNamesItsOwner() throws IOException {
        Path made = ScratchFolder.create("test");
        try {
            assertThat(made.getFileName().toString())
                    .startsWith("plumbline-test-" + ProcessHandle.current().pid() + "-");
            assertThat(Files.getPosixFilePermissions(made)).hasSize(3);
        } finally {
            ScratchFolder.delete(made);
        }
        assertThat(made).doesNotExist();
    }

    private Path folder(String name, Duration age) throws IOException {
        Path folder = Files.createDirectory(temporary.resolve(name));
        Files.createFile(folder.resolve("file"));
        return aged(folder, age);
    }

    private static Path aged(Path folder, Duration age) throws IOException {
        return Files.setLastModifiedTime(folder, FileTime.from(Instant.now().minus(age)));
    }

    private static long endedProcess() throws Exception {
        Process process = new ProcessBuilder("true").start();
        process.waitFor();
        return process.pid();
    }
}
