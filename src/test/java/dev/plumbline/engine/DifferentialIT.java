package dev.plumbline.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.sandbox.Sandbox;
import dev.plumbline.sandbox.SandboxOptions;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * A sample of {@code .ci/differential}: configurations on which the warm engine's own parts have most to get wrong. Each
 * is in {@code src/test/resources/engine/differential}.
 */
@Timeout(300)
class DifferentialIT {
    private static final Path CASES = Path.of("src", "test", "resources", "engine", "differential");

    @TempDir
    @SuppressWarnings("NullAway.Init")
    static Path folder;

    @SuppressWarnings("NullAway.Init")
    private static Sandbox aws;

    @SuppressWarnings("NullAway.Init")
    private static WarmEngine engine;

    @BeforeAll
    static void open() throws Exception {
        RealTerraform.require(folder);
        aws = Sandbox.start(SandboxOptions.inMemory());
        engine = WarmEngine.open(RealTerraform.options(folder));
    }

    @AfterAll
    static void close() {
        if (engine != null) {
            engine.close();
        }
        if (aws != null) {
            aws.close();
        }
    }

    /** The exit codes are stated too, so that the two cannot agree on something else than the case is about. */
    @ParameterizedTest
    @CsvSource({
        "misspelled-types, 1, 1",
        "two-regions, 0, 2",
        "refused-at-plan, 0, 1",
        "json, 0, 2",
        "other-provider-missing, 1, 1",
    })
    void stockAndWarmAgree(String name, int validate, int plan) throws Exception {
        Path files = CASES.resolve(name);
        assertThat(Files.isDirectory(files)).isTrue();

        Differential.Comparison comparison = new Differential(engine, folder.resolve("work"))
                .compare(files, CorpusDifferential.environment(files, aws));

        assertThat(comparison.differences()).isEmpty();
        assertThat(comparison.note()).as("why it was left to stock").isEmpty();
        assertThat(comparison.stock().validateExit()).isEqualTo(validate);
        assertThat(comparison.stock().planExit()).isEqualTo(plan);
    }
}
