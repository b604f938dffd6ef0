package dev.plumbline.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** A lock of Terraform's that is in force, and one that is left. The lock is a real one: this program holds it. */
@EnabledOnOs(OS.LINUX)
class TerraformAtWorkTest {
    private static final String APPLY = "{\"Operation\":\"OperationTypeApply\"}";

    private final Path folder;

    TerraformAtWorkTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void anApplyThatRuns() throws IOException {
        assertThat(whileHeld("terraform.tfstate", ".terraform.tfstate.lock.info", APPLY))
                .isTrue();
    }

    @Test
    void whatAKilledOneLeft() throws IOException {
        whileHeld("terraform.tfstate", ".terraform.tfstate.lock.info", APPLY);

        assertThat(TerraformAtWork.in(folder)).isFalse();
    }

    @Test
    void aPlanChangesNothing() throws IOException {
        assertThat(whileHeld(
                        "terraform.tfstate", ".terraform.tfstate.lock.info", "{\"Operation\":\"OperationTypePlan\"}"))
                .isFalse();
    }

    @Test
    void anApplyInAnotherTerraformWorkspace() throws IOException {
        assertThat(whileHeld(
                        "terraform.tfstate.d/dev/terraform.tfstate",
                        "terraform.tfstate.d/dev/.terraform.tfstate.lock.info",
                        APPLY))
                .isTrue();
    }

    @Test
    void anInitThatHasNotWrittenItsLockFileYet(@TempDir Path bin, @TempDir Path elsewhere) throws Exception {
        Path program = Files.copy(Path.of("/bin/sh").toRealPath(), bin.resolve("terraform"));
        Files.createDirectories(folder.resolve(".terraform/providers"));
        Files.createDirectories(elsewhere.resolve(".terraform/providers"));
        assertThat(TerraformAtWork.in(folder)).isFalse();
        Process init = new ProcessBuilder(program.toString(), "-c", "echo begun; read end", "init")
                .directory(folder.toFile())
                .start();
        try {
            assertThat(init.inputReader().readLine()).isEqualTo("begun");
            assertThat(TerraformAtWork.in(folder)).isTrue();
            assertThat(TerraformAtWork.in(elsewhere)).isFalse();
            write(".terraform.lock.hcl", "");
            assertThat(TerraformAtWork.in(folder)).isFalse();
        } finally {
            init.destroyForcibly().waitFor();
        }
        Files.delete(folder.resolve(".terraform.lock.hcl"));
        assertThat(TerraformAtWork.in(folder)).isFalse();
    }

    @Test
    void whereTheSystemTellsNoLocks() throws IOException {
        write(".terraform.tfstate.lock.info", APPLY);
        Files.setLastModifiedTime(
                folder.resolve(".terraform.tfstate.lock.info"), java.nio.file.attribute.FileTime.fromMillis(1));

        assertThat(TerraformAtWork.in(folder, folder.resolve("no-such-file")))
                .as("no Terraform lives that is as old as that")
                .isFalse();
    }

    private boolean whileHeld(String state, String info, String said) throws IOException {
        write(info, said);
        Path file = write(state, "{}");
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.lock();
            return TerraformAtWork.in(folder);
        }
    }

    private Path write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        return Files.writeString(file, text);
    }
}
