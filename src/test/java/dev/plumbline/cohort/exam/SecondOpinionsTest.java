package dev.plumbline.cohort.exam;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.plumbline.cohort.vetting.Objection;
import dev.plumbline.lab.Subject;
import dev.plumbline.terraform.StateFile;
import dev.plumbline.terraform.TerraformCli;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecondOpinionsTest {
    private static final Subject STREAM = new Subject("aws_kinesis_stream", "stream", "name", "s");

    private final Path folder;

    SecondOpinionsTest(@TempDir Path folder) {
        this.folder = folder;
    }

    private static List<String> objections(String configuration) {
        return PlannedCode.objections(
                        TerraformCli.tree("{\"configuration\":" + configuration + "}"), List.of("hashicorp/aws"))
                .stream()
                .map(Objection::text)
                .toList();
    }

    @Test
    void aPlanTellsEveryProvisionerAndProvider() {
        assertThat(objections("{\"provider_config\":{\"aws\":{\"full_name\":\"registry.terraform.io/hashicorp/aws\"}},"
                        + "\"root_module\":{\"resources\":[{\"address\":\"a.b\"}]}}"))
                .isEmpty();
        assertThat(objections(
                        "{\"root_module\":{\"module_calls\":{\"m\":{\"module\":{\"resources\":[{\"address\":\"a.b\","
                                + "\"provisioners\":[{\"type\":\"local-exec\"}]}]}}}}}"))
                .singleElement()
                .asString()
                .contains("provisioner in a.b");
        assertThat(objections(
                        "{\"provider_config\":{\"x\":{\"full_name\":\"registry.terraform.io/hashicorp/external\"}}}"))
                .singleElement()
                .asString()
                .contains("hashicorp/external");
    }

    private static byte[] state(String name, String account) {
        return ("{\"version\":4,\"serial\":1,\"resources\":[{\"mode\":\"managed\",\"type\":\"aws_kinesis_stream\",\"name\":\"x\","
                        + "\"instances\":[{\"attributes\":{\"name\":\"" + name
                        + "\",\"arn\":\"arn:aws:kinesis:us-east-1:"
                        + account + ":stream/" + name + "\"}}]}]}")
                .getBytes(StandardCharsets.UTF_8);
    }

    @Test
    void aStateOfAnotherAccountAgreesAndAForgedOneIsNamed() {
        StateFile made = StateFile.read(state("s", "123456789012"));
        assertThat(StateClaim.against(state("s", "999999999999"), made, STREAM)).isEmpty();
        assertThat(StateClaim.against(state("other", "123456789012"), made, STREAM)
                        .orElseThrow())
                .contains("other in us-east-1", "s in us-east-1", "not used");
        assertThat(StateClaim.against("garbage".getBytes(StandardCharsets.UTF_8), made, STREAM)
                        .orElseThrow())
                .contains("cannot be read");
    }

    @Test
    void whatLivesInAPrivateHomeIsEndedAndNothingElse() throws IOException, InterruptedException {
        assumeTrue(Files.isDirectory(Path.of("/proc/self")), "there is no /proc");
        ProcessBuilder inside = new ProcessBuilder("sleep", "300");
        inside.environment().put("HOME", folder.resolve("home").toString());
        ProcessBuilder outside = new ProcessBuilder("sleep", "300");
        outside.environment().put("HOME", folder.resolve("home-of-another").toString());
        Process stray = inside.start();
        Process other = outside.start();
        try {
            Strays.end(folder.resolve("home"));
            assertThat(stray.waitFor(20, TimeUnit.SECONDS)).isTrue();
            assertThat(other.isAlive()).isTrue();
        } finally {
            stray.destroyForcibly();
            other.destroyForcibly();
        }
    }

    @Test
    void theFenceRunsWhatItIsAroundWithLimits() throws IOException, InterruptedException {
        Path program = folder.resolve("it's a program");
        Files.writeString(program, "#!/bin/sh\nulimit -v\necho \"$1\"\n");
        assertThat(program.toFile().setExecutable(true)).isTrue();
        Process fenced = new ProcessBuilder(Fence.around(program, folder).toString(), "a b").start();
        assertThat(new String(fenced.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                .isEqualTo((4 << 20) + "\na b\n");
        assertThat(fenced.waitFor()).isZero();
    }
}
