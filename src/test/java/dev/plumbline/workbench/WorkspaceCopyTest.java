package dev.plumbline.workbench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicBoolean;
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

    /** What a drill breaks in its copy, it must not break in the learner's own file. */
    @Test
    void aLinkedFileIsAFileOfItsOwnInTheCopy(@TempDir Path home) throws Exception {
        Path real = Files.writeString(home.resolve("elsewhere.tf"), "# mine");
        Path from = Files.createDirectories(home.resolve("from"));
        Files.createSymbolicLink(from.resolve("main.tf"), real);
        Files.createSymbolicLink(from.resolve("folder"), Files.createDirectories(home.resolve("shared")));
        Files.createSymbolicLink(from.resolve("device.tf"), Path.of("/dev/zero"));
        Path to = home.resolve("to");
        WorkspaceCopy.make(from, to);
        assertThat(to.resolve("main.tf")).hasContent("# mine");
        Files.writeString(to.resolve("main.tf"), "# broken");
        assertThat(real).hasContent("# mine");
        assertThat(to.resolve("folder")).isSymbolicLink();
        assertThat(to.resolve("device.tf")).doesNotExist();
    }

    /** As editors and Terraform do while a drill is being prepared. */
    @Test
    void filesThatComeAndGoMeanwhileDoNotSpoilTheCopy(@TempDir Path home) throws Exception {
        Path from = Files.createDirectories(home.resolve("from"));
        AtomicBoolean enough = new AtomicBoolean();
        Thread editor = new Thread(() -> {
            while (!enough.get()) {
                try {
                    for (int i = 0; i < 20; i++) {
                        Files.writeString(from.resolve("main.tf." + i), "x");
                    }
                    for (int i = 0; i < 20; i++) {
                        Files.deleteIfExists(from.resolve("main.tf." + i));
                    }
                } catch (IOException impossible) {
                    throw new UncheckedIOException(impossible);
                }
            }
        });
        editor.start();
        try {
            for (int i = 0; i < 200; i++) {
                WorkspaceCopy.make(from, home.resolve("to" + i));
            }
        } finally {
            enough.set(true);
            editor.join();
        }
    }
}
