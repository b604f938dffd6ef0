package dev.plumbline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** {@code lab destroy} by the program itself with the real Terraform, where nobody is at a terminal. */
@Timeout(120)
class DestroyIT {
    private final Path folder;

    DestroyIT(@TempDir Path folder) {
        this.folder = folder;
    }

    private record Ended(int code, String said) {}

    @Test
    void terraformIsToldThatNoColourIsWanted() throws Exception {
        Files.writeString(folder.resolve("main.tf"), "resource {\n");
        Ended ended = destroy("--yes");
        assertThat(ended.said()).contains("Error: ").doesNotContain("\u001b");
        assertThat(ended.code()).isEqualTo(1);
    }

    @Test
    void whereNobodyCanAgreeTerraformIsNotStarted() throws Exception {
        Ended ended = destroy();
        assertThat(ended.said())
                .contains("Nobody is at the terminal to answer: add --yes")
                .doesNotContain("Error");
        assertThat(ended.code()).isEqualTo(2);
    }

    private Ended destroy(String... more) throws IOException, InterruptedException {
        List<String> words = new ArrayList<>(List.of("destroy", "kinesis-stream", "--dir", folder.toString()));
        words.addAll(List.of(more));
        Path said = Files.createTempFile(folder, "said", ".txt");
        Process program = new ProcessBuilder(LabWords.of(words))
                .redirectInput(new File("/dev/null"))
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
        int code = program.waitFor();
        return new Ended(code, Files.readString(said));
    }
}
