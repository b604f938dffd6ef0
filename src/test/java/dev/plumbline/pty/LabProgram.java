package dev.plumbline.pty;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The packed program in a pseudo-terminal. */
final class LabProgram {
    private LabProgram() {}

    /** Whether it is packed: this is a test of what is shipped, and {@code mvn package} has to come first. */
    static boolean packed() {
        return Files.isRegularFile(jar());
    }

    /** Whether Terraform can be run. */
    static boolean terraform() {
        return List.of(System.getenv().getOrDefault("PATH", "").split(":")).stream()
                .anyMatch(folder -> Files.isExecutable(Path.of(folder, "terraform")));
    }

    private static Path jar() {
        return Path.of("target", "plumbline.jar").toAbsolutePath();
    }

    /** What a learner's shell would give it, and no more. */
    static Map<String, String> environment() {
        Map<String, String> environment = new TreeMap<>();
        for (String name : List.of("PATH", "HOME", "TF_CLI_CONFIG_FILE", "CHECKPOINT_DISABLE", "TMPDIR")) {
            String value = System.getenv(name);
            if (value != null) {
                environment.put(name, value);
            }
        }
        environment.put("TERM", "xterm-256color");
        environment.put("LANG", "C.UTF-8");
        environment.put("SHELL", "/bin/sh");
        return environment;
    }

    /** Starts {@code lab} with these words. */
    static PtyProgram start(int columns, int rows, Path directory, Map<String, String> environment, String... words)
            throws IOException {
        String home = System.getProperty("plumbline.home", "");
        List<String> all = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Dplumbline.home=" + Path.of(home).toAbsolutePath(),
                "-cp",
                System.getProperty("plumbline.classpath", jar().toString()),
                "dev.plumbline.cli.Main"));
        all.addAll(List.of(words));
        return PtyProgram.start(columns, rows, directory, environment, all);
    }
}
