package dev.plumbline.terraform;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TerraformCliTest {
    @TempDir
    private Path folder = Path.of(".");

    private Map<String, String> fake(String script) throws IOException {
        Path program = folder.resolve("terraform");
        Files.writeString(program, "#!/bin/sh\n" + script + "\n");
        assertThat(program.toFile().setExecutable(true)).isTrue();
        return Map.of("PATH", folder.toString());
    }

    private static TerraformVersion version(Map<String, String> caller) throws Exception {
        return TerraformCli.find(caller, Map.of("PATH", "/usr/bin:/bin")).version();
    }

    @Test
    void noTerraformOnThePathSaysWhatToInstall() {
        assertThatThrownBy(() -> version(Map.of("PATH", folder.toString())))
                .isInstanceOf(TerraformTrouble.class)
                .hasMessageContaining("not found on your PATH")
                .hasMessageContaining("Install Terraform 1.7.0");
        assertThatThrownBy(() -> version(Map.of("PATH", "", "PLUMBLINE_TERRAFORM", "/no/such")))
                .hasMessageContaining("PLUMBLINE_TERRAFORM names /no/such");
    }

    @Test
    void anOldOneIsNamedWithItsVersionAndPlace() throws Exception {
        for (String says : new String[] {"{\"terraform_version\":\"0.13.7\"}", "Terraform v0.13.7"}) {
            Map<String, String> caller = fake("echo '" + says + "'");
            assertThatThrownBy(() -> version(caller))
                    .isInstanceOf(TerraformTrouble.class)
                    .hasMessage("Terraform 0.13.7 is too old: Plumbline needs 1.7.0 or newer. It was found at "
                            + folder.resolve("terraform") + ".");
        }
    }

    @Test
    void anotherProgramOfThatNameIsToldApart() throws Exception {
        Map<String, String> caller = fake("echo 'hello' >&2; exit 3");
        assertThatThrownBy(() -> version(caller)).hasMessageContaining("does not answer as Terraform does: hello");
    }

    @Test
    void aNewOneIsTaken() throws Exception {
        assertThat(version(fake("echo '{\"terraform_version\":\"1.11.4\"}'")).text())
                .isEqualTo("1.11.4");
    }

    @Test
    void diagnosticsAreReadFromTheLinesOfAPlan() {
        String lines =
                """
                {"@level":"info","type":"version"}
                not json
                {"@level":"error","type":"diagnostic","diagnostic":{"severity":"error","summary":"Unsupported argument",
                {"@level":"error","type":"diagnostic","diagnostic":{"severity":"error","summary":"Unsupported argument","detail":"d","range":{"filename":"main.tf","start":{"line":10,"column":3},"end":{"line":10,"column":14}}}}
                """;
        assertThat(TerraformCli.streamed(lines))
                .singleElement()
                .satisfies(d -> assertThat(d.summary()).isEqualTo("Unsupported argument"))
                .satisfies(d -> assertThat(d.range()).isEqualTo(new Diagnostic.Range("main.tf", 10, 3, 10, 14)));
    }
}
