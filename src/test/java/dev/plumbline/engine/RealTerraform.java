package dev.plumbline.engine;

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
import java.util.TreeMap;

/** The real programs, for the tests that need them. */
final class RealTerraform {
    private static final List<String> INHERITED =
            List.of("PATH", "HOME", "USER", "LANG", "TMPDIR", "TF_CLI_CONFIG_FILE", "TF_PLUGIN_CACHE_DIR");

    private RealTerraform() {}

    /**
     * Skips a test where there is no terraform; fails it where there is one that cannot install the AWS provider, since
     * a test that is skipped for a broken set-up is never missed.
     */
    static void require(Path scratch) throws IOException, InterruptedException {
        requireProgram();
        Path folder = Files.createDirectories(scratch.resolve("gate"));
        Files.writeString(folder.resolve("main.tf"), "provider \"aws\" {\n}\n");
        Terraform.Result init = new Terraform(folder, base()).run("init", "-input=false", "-no-color");
        assertThat(init.exitCode()).as(init.output()).isZero();
    }

    /** Skips a test where there is no terraform. */
    static void requireProgram() {
        boolean onPath = Arrays.stream(System.getenv("PATH").split(File.pathSeparator))
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, "terraform")));
        assumeTrue(onPath, "terraform is not on the PATH");
    }

    /** What a Terraform run needs of this machine, and nothing else. */
    static Map<String, String> base() {
        Map<String, String> environment = new TreeMap<>();
        for (String name : INHERITED) {
            String value = System.getenv(name);
            if (value != null) {
                environment.put(name, value);
            }
        }
        environment.put("CHECKPOINT_DISABLE", "1");
        environment.put("TF_IN_AUTOMATION", "1");
        environment.put("AWS_EC2_METADATA_DISABLED", "true");
        return environment;
    }

    /** The same with an AWS to talk to. */
    static Map<String, String> with(String endpoint) {
        Map<String, String> environment = base();
        environment.put("AWS_ENDPOINT_URL", endpoint);
        environment.put("AWS_ACCESS_KEY_ID", "test");
        environment.put("AWS_SECRET_ACCESS_KEY", "test");
        return environment;
    }

    /** Engine options of a test's own: its cache, no trace afterwards. */
    static EngineOptions options(Path scratch) {
        return EngineOptions.defaults()
                .withEnvironment(base())
                .withCacheDir(scratch.resolve("cache"))
                .withLinger(Duration.ZERO);
    }
}
