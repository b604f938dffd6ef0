package dev.plumbline.grading;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.coaching.Coach;
import dev.plumbline.lab.Lab;
import dev.plumbline.lab.LabCatalogue;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A lab's folder may lie inside somebody's Terraform project: only this lab's own work above it counts. */
class WorkAboveTest {
    private static final Path HOME = Path.of("").toAbsolutePath();
    private static final Lab LAB = new LabCatalogue(HOME).load("kinesis-stream");
    private static final String BUCKET = "resource \"aws_s3_bucket\" \"b\" {}\n";
    private static final String PROVIDER = "provider \"aws\" {\n  region = \"us-east-1\"\n}\n";

    private static final List<String> EFFORTS = List.of(
            Scene.hcl(Scene.RIGHT),
            Scene.hcl(new Scene.Stream("datacentre", "eu-west-1", "PROVISIONED")),
            "resource \"aws_kinesis_stream\" \"s\" {\n  name = \n");

    @TempDir
    Path above = Path.of("");

    private Path lab = Path.of("");

    @BeforeEach
    void emptyFolder() throws IOException {
        lab = Files.createDirectory(above.resolve("lab"));
    }

    @Test
    void aProjectsFilesAreNobodysMistake() throws IOException {
        for (String text : new String[] {
            BUCKET,
            PROVIDER,
            BUCKET + Scene.hcl(Scene.RIGHT),
            Scene.hcl(new Scene.Stream("orders-stream", "us-east-1", "ON_DEMAND")),
            Scene.hcl(Scene.RIGHT) + "module \"m\" {\n  source = \"./m\"\n}\n"
        }) {
            for (String name : new String[] {"main.tf", "unrelated.tf"}) {
                Path file = Files.writeString(above.resolve(name), text);

                assertThat(status()).as(name + "\n" + text).isEqualTo(Status.PENDING);
                assertThat(mistake()).as(name + "\n" + text).isEqualTo("not-started");
                Files.delete(file);
            }
        }
    }

    @Test
    void theLabsOwnFileAboveIsFoundHoweverItStands() throws IOException {
        Files.writeString(above.resolve("a.tf"), BUCKET);
        for (String text : EFFORTS) {
            Files.writeString(above.resolve("main.tf"), text);

            assertThat(status()).as(text).isEqualTo(Status.UNMET);
            assertThat(first().mistake()).as(text).isEqualTo("wrong-directory");
            assertThat(first().command()).startsWith("cp ../main.tf main.tf");
        }
    }

    @Test
    void anotherFileAboveIsFoundWhereTerraformRan() throws IOException {
        Files.writeString(above.resolve("terraform.tfstate"), "{}");
        for (String text : EFFORTS) {
            Files.writeString(above.resolve("stream.tf"), text);

            assertThat(status()).as(text).isEqualTo(Status.UNMET);
            assertThat(first().mistake()).as(text).isEqualTo("wrong-directory");
            assertThat(first().command()).startsWith("mv ../stream.tf main.tf && mv ../terraform.tfstate");
        }
    }

    @Test
    void aCopyKeptAboveIsAQuestionAndNoJudgement() throws IOException {
        Files.writeString(above.resolve("good.tf"), Scene.hcl(Scene.RIGHT));

        assertThat(status()).isEqualTo(Status.PENDING);
        assertThat(first().mistake()).isEqualTo("not-started");
        assertThat(first().explanation()).contains("cp ../good.tf main.tf");
    }

    @Test
    void aProjectBelowIsNobodysMistakeEither() throws IOException {
        Path project = Files.createDirectory(lab.resolve("project"));
        Files.writeString(project.resolve("main.tf"), BUCKET);
        assertThat(mistake()).isEqualTo("not-started");

        Files.writeString(project.resolve("main.tf"), Scene.hcl(Scene.RIGHT));
        assertThat(first().command()).startsWith("mv project/main.tf main.tf");
    }

    @Test
    void aProjectsOwnInitIsNotTheLearnersInTheWrongPlace() throws IOException {
        Files.createDirectory(above.resolve(".terraform"));
        Files.writeString(lab.resolve("main.tf"), Scene.hcl(Scene.RIGHT));
        assertThat(mistake()).isEqualTo("wrong-directory-run");

        Files.writeString(above.resolve("main.tf"), BUCKET);

        assertThat(mistake()).isEqualTo("not-initialised");
    }

    private Status status() throws IOException {
        return Scene.status(new Scene(lab).report(), "single-file");
    }

    private String mistake() throws IOException {
        return first().mistake();
    }

    private Diagnosis first() throws IOException {
        return Coach.of(HOME)
                .diagnoseSource(LAB, new FakeEvidence(LAB, lab, Map.of()), new Scene(lab).report())
                .get(0);
    }
}
