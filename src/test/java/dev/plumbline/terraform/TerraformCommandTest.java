package dev.plumbline.terraform;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class TerraformCommandTest {
    private static final Path PLAN = Path.of("/tmp/a folder/plan");

    @Test
    void theExactWordsOfEveryCommand() {
        assertThat(TerraformCommand.version()).containsExactly("version", "-json");
        assertThat(TerraformCommand.init()).containsExactly("init", "-input=false", "-no-color");
        assertThat(TerraformCommand.validate()).containsExactly("validate", "-json", "-no-color");
        assertThat(TerraformCommand.plan(PLAN))
                .containsExactly(
                        "plan",
                        "-json",
                        "-input=false",
                        "-lock=false",
                        "-refresh=true",
                        "-detailed-exitcode",
                        "-no-color",
                        "-out=/tmp/a folder/plan");
        assertThat(TerraformCommand.show(PLAN)).containsExactly("show", "-json", "-no-color", "/tmp/a folder/plan");
        assertThat(TerraformCommand.importing("a.b[\"c\"]", "id"))
                .containsExactly("import", "-input=false", "-lock=false", "-no-color", "a.b[\"c\"]", "id");
        assertThat(TerraformCommand.apply(PLAN))
                .containsExactly("apply", "-input=false", "-lock=false", "-no-color", "/tmp/a folder/plan");
        assertThat(TerraformCommand.parse(java.util.List.of("main.tf")))
                .containsExactly("fmt", "-check", "-list=false", "-write=false", "-no-color", "./main.tf");
        assertThat(TerraformCommand.providersSchema()).containsExactly("providers", "schema", "-json");
    }
}
