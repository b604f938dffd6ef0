package dev.plumbline.workbench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.plumbline.cloud.Backend;
import dev.plumbline.engine.EngineOptions;
import dev.plumbline.engine.EngineStatus;
import dev.plumbline.engine.ProviderNeed;
import dev.plumbline.engine.WarmEngine;
import dev.plumbline.grading.gather.ProviderVariables;
import dev.plumbline.sandbox.Sandbox;
import dev.plumbline.sandbox.SandboxOptions;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** {@code lab doctor} beside a session, with the real programs. */
@Timeout(120)
class HealthCheckIT {
    private final Path folder;

    HealthCheckIT(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void theProviderOfARunningSessionIsTheOneThatIsLookedAt() throws Exception {
        assumeTrue(
                Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
                        .anyMatch(on -> Files.isExecutable(Path.of(on, "terraform"))),
                "terraform is not on the PATH");
        Map<String, String> shell = System.getenv();
        EngineOptions options =
                EngineOptions.defaults().withCacheDir(folder.resolve("cache")).withLinger(Duration.ZERO);
        try (Sandbox aws = Sandbox.start(SandboxOptions.inMemory());
                WarmEngine session = WarmEngine.open(options)) {
            Map<String, String> asked = ProviderVariables.of(shell, new Backend.Embedded(aws.endpoint()));
            session.lease(ProviderNeed.aws(), asked, Duration.ofMinutes(1)).close();

            List<Finding> findings = HealthCheck.run(shell, options);

            assertThat(findings).allMatch(Finding::well);
            EngineStatus engine = WarmEngine.status(options).get(0);
            assertThat(engine.providers()).singleElement().satisfies(provider -> assertThat(provider.runs())
                    .isEqualTo(2));
        }
    }
}
