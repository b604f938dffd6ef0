package dev.plumbline.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkspaceCopyTest {
    /** Such as a saved link to itself: what cannot be read is no reason to give up the copy. */
    @Test
    void linksThatLeadNowhereOrInACircleAreCopiedAsTheyAre(@TempDir Path home) throws Exception {
        Path from = Files.createDirectories(home.resolve("from"));
        Files.writeString(from.resolve("main.tf"), "provider \"aws\" {}\n");
        Files.createSymbolicLink(from.resolve("circle.tf"), Path.of("circle.tf"));
        Files.createSymbolicLink(from.resolve("nowhere.tf"), Path.of("gone.tf"));
        Files.createSymbolicLink(from.resolve("same.tf"), Path.of("main.tf"));
        Path to = home.resolve("to");
        WorkspaceCopy.make(from, to);
        assertThat(to.resolve("main.tf")).hasContent("provider \"aws\" {}\n");
        assertThat(Files.readSymbolicLink(to.resolve("circle.tf"))).isEqualTo(Path.of("circle.tf"));
        assertThat(Files.readSymbolicLink(to.resolve("nowhere.tf"))).isEqualTo(Path.of("gone.tf"));
        assertThat(to.resolve("same.tf")).hasContent("provider \"aws\" {}\n");
    }
}
