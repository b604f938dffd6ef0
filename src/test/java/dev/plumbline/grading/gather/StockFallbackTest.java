package dev.plumbline.grading.gather;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.engine.EngineOptions;
import dev.plumbline.engine.WarmEngine;
import dev.plumbline.terraform.Cancellation;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where the warm engine cannot serve: stock runs, and one line about it. */
@Timeout(60)
@DisabledOnOs(OS.WINDOWS)
class StockFallbackTest {
    private final Path folder;
    private final List<String> said = new ArrayList<>();

    StockFallbackTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @ParameterizedTest
    @CsvSource({
        "1|7|unix|/tmp/x|grpc|, it speaks plugin protocol 7; 5 and 6 are known.",
        "1|5|tcp|127.0.0.1:1|grpc|, 'it listens on tcp 127.0.0.1:1, not on a unix socket.'",
        "1|5|unix|/tmp/x|grpc|MIIB, it wants an encrypted connection.",
        "hello, its first line is not go-plugin's: hello.",
    })
    void anUnknownProtocolIsLeftToStockAndSaidOnce(String handshake, String why) throws Exception {
        try (WarmEngine engine = engineOn("echo '" + handshake.replace("'", "") + "'; exec sleep 60")) {
            WarmProviders providers = new WarmProviders(engine, said::add);
            for (int run = 0; run < 3; run++) {
                assertThat(providers.attach(folder, Map.of(), new Cancellation()))
                        .isEmpty();
            }
        }
        assertThat(said)
                .containsExactly(
                        "Using stock Terraform runs, which take longer: The provider cannot be kept warm: " + why);
    }

    @Test
    void aProviderThatDoesNotStartIsLeftToStockAndSaidOnce() throws Exception {
        try (WarmEngine engine = engineOn("echo 'no room' >&2; exit 1")) {
            WarmProviders providers = new WarmProviders(engine, said::add);
            for (int run = 0; run < 3; run++) {
                assertThat(providers.attach(folder, Map.of(), new Cancellation()))
                        .isEmpty();
            }
        }
        assertThat(said).singleElement().asString().contains("Using stock Terraform runs", "ended at once");
    }

    @Test
    void withoutAProviderStockSaysItselfWhatIsMissing() throws Exception {
        Path terraform = program("terraform", "echo 'Error: no such provider'; exit 1");
        try (WarmEngine engine = WarmEngine.open(options(terraform))) {
            assertThat(new WarmProviders(engine, said::add).attach(folder, Map.of(), new Cancellation()))
                    .isEmpty();
        }
        assertThat(said).isEmpty();
    }

    /** An engine whose terraform installs that script as the AWS provider. */
    private WarmEngine engineOn(String script) throws Exception {
        Path provider = program("provider", script);
        Path terraform = program(
                "terraform",
                """
                folder=.terraform/providers/registry.terraform.io/hashicorp/aws/5.1.2/linux_amd64
                mkdir -p $folder
                cp '%s' $folder/terraform-provider-aws_v5.1.2
                """
                        .formatted(provider));
        return WarmEngine.open(options(terraform));
    }

    private EngineOptions options(Path terraform) {
        return EngineOptions.defaults()
                .withTerraform(terraform.toString())
                .withEnvironment(Map.of("PATH", "/usr/bin:/bin"))
                .withCacheDir(folder.resolve("cache"))
                .withShared(false);
    }

    private Path program(String name, String script) throws IOException {
        Path program = folder.resolve(name);
        Files.writeString(program, "#!/bin/sh\n" + script + "\n");
        return Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwx------"));
    }
}
