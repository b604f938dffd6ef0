package dev.plumbline.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.sandbox.Sandbox;
import dev.plumbline.sandbox.SandboxOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
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
        engine = Differential.engine(folder);
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
    })
    void stockAndWarmAgree(String name, int validate, int plan) throws Exception {
        Differential.Comparison comparison = compare(name);

        assertThat(comparison.differences()).isEmpty();
        assertThat(comparison.exception()).isEmpty();
        assertThat(comparison.validateExit()).isEqualTo(validate);
        assertThat(comparison.planExit()).isEqualTo(plan);
    }

    /** Each documented difference is counted as one, and as nothing else. */
    @ParameterizedTest
    @CsvSource({
        "other-provider-missing, init fails over another provider",
        "terraform-too-old, init refuses the file and writes no lock",
    })
    void theyDifferWhereItIsDocumented(String name, String reason) throws Exception {
        Differential.Comparison comparison = compare(name);

        assertThat(comparison.differences()).isEmpty();
        assertThat(comparison.exception())
                .hasValueSatisfying(why -> assertThat(why).startsWith(reason));
        assertThat(comparison.validateExit()).isEqualTo(1);
        assertThat(comparison.planExit()).isEqualTo(1);
    }

    private static Differential.Comparison compare(String name) throws Exception {
        Path files = CASES.resolve(name);
        assertThat(files).isDirectory();
        Path work = folder.resolve("work");
        return new Differential(engine, work)
                .compare(
                        () -> lay(files, work),
                        RealTerraform.with(aws.endpoint().toString()),
                        true);
    }

    private static void lay(Path files, Path work) throws IOException {
        Folders.delete(work);
        Files.createDirectories(work);
        try (Stream<Path> all = Files.list(files)) {
            for (Path file : all.toList()) {
                Files.copy(file, work.resolve(file.getFileName()));
            }
        }
    }
}
