package dev.plumbline.corpus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** The gate of the tests that need the real program. */
final class RealTerraform {
    private RealTerraform() {}

    /**
     * Skips the test where there is no terraform; fails it where there is one that cannot install the AWS provider, since
     * a test that is skipped for a broken set-up is never missed.
     */
    static void require(Path scratch) throws IOException, InterruptedException {
        boolean onPath = Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, "terraform")));
        assumeTrue(onPath, "terraform is not on the PATH");
        Path folder = Files.createDirectories(scratch.resolve("gate"));
        Files.writeString(folder.resolve("main.tf"), "provider \"aws\" {\n}\n");
        int exit = new Program(
                        List.of("terraform", "init", "-input=false", "-no-color"),
                        folder,
                        LearnerShell.environment(Map.of(), null),
                        null)
                .run(folder.resolve("init.txt"), null, Duration.ofMinutes(2));
        assertThat(exit).as(Files.readString(folder.resolve("init.txt"))).isZero();
    }
}
