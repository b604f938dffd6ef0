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

    @Test
    void subcommandsOfSubcommandsAddressesAndWorkspacesAreOffered() throws IOException {
        Files.writeString(
                workspace.resolve("terraform.tfstate"),
                """
                {"version": 4, "serial": 1, "resources": [{"mode": "managed", "type": "aws_kinesis_stream", "name": "s",
                 "instances": [{"attributes": {"id": "arn"}}]}]}
                """);
        Files.createDirectories(workspace.resolve("terraform.tfstate.d").resolve("other"));
        assertThat(next("")).contains("plan", "state");
        assertThat(next("", "state")).contains("list", "show", "mv", "rm").doesNotContain("plan");
        assertThat(next("", "workspace")).containsExactly("list", "show", "new", "select", "delete");
        assertThat(next("", "providers")).contains("lock");
        assertThat(next("", "state", "show")).containsExactly("aws_kinesis_stream.s");
        assertThat(next("-target=", "plan")).contains("-target=aws_kinesis_stream.s");
        assertThat(next("-", "plan")).contains("-target=").doesNotContain("-target=aws_kinesis_stream.s");
        assertThat(next("", "workspace", "select")).containsExactly("default", "other");
        assertThat(next("", "show")).isEmpty(); // files
    }

    private List<String> next(String typed, String... before) {
        return TerraformWords.next(List.of(before), typed, workspace);
    }
}
