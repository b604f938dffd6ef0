package dev.plumbline.cohort.exam;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.cohort.intake.Archives;
import dev.plumbline.cohort.intake.Intake;
import dev.plumbline.lab.LabCatalogue;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TakeoverTest {
    private static final String CODE = "resource \"aws_kinesis_stream\" \"s\" {\n  name = \"legacy-orders\"\n}\n";
    private static final String STATE =
            """
            {"version": 4, "serial": 1, "resources": [{"mode": "managed", "type": "aws_kinesis_stream", "name": "s",
              "instances": [{"attributes": {"name": "legacy-orders"}}]}]}
            """;

    private final Path folder;

    TakeoverTest(@TempDir Path folder) {
        this.folder = folder;
    }

    private Optional<Takeover> of(String lab, Map<String, String> files) throws IOException {
        return Takeover.of(
                new LabCatalogue(Path.of("")).load(lab), Intake.read(Archives.zip(folder.resolve("a.zip"), files)));
    }

    @Test
    void whatTheCodeDescribesAndDoesNotImportMayHaveBeenTakenOver() throws IOException {
        assertThat(of("kinesis-adopt", Map.of("main.tf", CODE)))
                .contains(new Takeover("aws_kinesis_stream.s", "legacy-orders", false));
        assertThat(of("kinesis-adopt", Map.of("main.tf", CODE, "terraform.tfstate", STATE)))
                .contains(new Takeover("aws_kinesis_stream.s", "legacy-orders", true));
        assertThat(of("kinesis-adopt", Map.of("main.tf", CODE, "terraform.tfstate", STATE.replace("\"s\"", "\"t\""))))
                .contains(new Takeover("aws_kinesis_stream.s", "legacy-orders", false));
    }

    @Test
    void whereTheCodeTellsOrNothingWasThereThereIsNone() throws IOException {
        String importing = CODE + "import {\n  to = aws_kinesis_stream.s\n  id = \"legacy-orders\"\n}\n";
        assertThat(of("kinesis-adopt", Map.of("main.tf", importing))).isEmpty();
        assertThat(of("kinesis-adopt", Map.of("main.tf", CODE.replace("legacy", "other"))))
                .isEmpty();
        assertThat(of("kinesis-stream", Map.of("main.tf", CODE.replace("legacy-orders", "datacenter-stream"))))
                .isEmpty();
        assertThat(of("kinesis-migrate", Map.of("main.tf", CODE.replace("legacy-orders", "clickstream"))))
                .isEmpty();
    }
}
