package dev.plumbline.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class CompletionsTest {
    @TempDir
    Path workspace = Path.of("");

    @Test
    void onlyProgramsThatAreInstalledAreOffered() throws IOException {
        Path tools = Files.createDirectory(workspace.resolve("tools"));
        assertThat(Files.createFile(tools.resolve("vi")).toFile().setExecutable(true))
                .isTrue();
        Files.createFile(tools.resolve("nano"));

        Set<String> offered = Completions.installed(
                        List.of("vi", "nano", "less", "cd"), Map.of("PATH", "/nowhere:" + tools))
                .collect(Collectors.toSet());

        assertThat(offered).containsExactlyInAnyOrder("vi", "cd");
    }
}
