package dev.plumbline.engine;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;

/**
 * How the engine runs.
 *
 * @param terraform the terraform program, a path or a name to be found on {@code PATH}
 * @param environment the environment for {@code terraform init} when a provider is looked for: the user's own, so that
 *     {@code TF_CLI_CONFIG_FILE}, mirrors, the plugin cache and proxies are honoured. Nothing of it reaches a provider
 * @param cacheDir where found providers and their schemas are remembered; the engine's processes are shared by all
 *     who name the same folder
 * @param processLimit most provider processes at a time
 * @param linger how long the processes stay warm after the last user closed the engine
 * @param shared whether to share the processes with other commands of this user through a daemon; false keeps them in
 *     this process
 * @param loopback whether Terraform attaches over 127.0.0.1 also where there could be a unix socket; {@code
 *     PLUMBLINE_ENGINE=tcp} in the environment asks for it
 */
public record EngineOptions(
        String terraform,
        Map<String, String> environment,
        Path cacheDir,
        int processLimit,
        Duration linger,
        boolean shared,
        boolean loopback) {
    /** Copies the environment. */
    public EngineOptions {
        environment = Map.copyOf(environment);
        cacheDir = cacheDir.toAbsolutePath().normalize();
        if (processLimit < 1) {
            throw new IllegalArgumentException("processLimit must be at least 1");
        }
    }

    /** The defaults for this user and machine: {@code terraform} on the path, five minutes of lingering. */
    public static EngineOptions defaults() {
        Map<String, String> environment = System.getenv();
        return new EngineOptions(
                "terraform",
                environment,
                CacheHome.of(environment, Path.of(System.getProperty("user.home", "."))),
                MemoryLimit.processes(),
                Duration.ofMinutes(5),
                true,
                environment.getOrDefault("PLUMBLINE_ENGINE", "").equals("tcp"));
    }

    /** The same with another terraform program. */
    public EngineOptions withTerraform(String program) {
        return new EngineOptions(program, environment, cacheDir, processLimit, linger, shared, loopback);
    }

    /** The same with another environment for provider look-up. */
    public EngineOptions withEnvironment(Map<String, String> other) {
        return new EngineOptions(terraform, other, cacheDir, processLimit, linger, shared, loopback);
    }

    /** The same with another cache folder. */
    public EngineOptions withCacheDir(Path dir) {
        return new EngineOptions(terraform, environment, dir, processLimit, linger, shared, loopback);
    }

    /** The same with another limit of processes. */
    public EngineOptions withProcessLimit(int limit) {
        return new EngineOptions(terraform, environment, cacheDir, limit, linger, shared, loopback);
    }

    /** The same with another time to linger. */
    public EngineOptions withLinger(Duration time) {
        return new EngineOptions(terraform, environment, cacheDir, processLimit, time, shared, loopback);
    }

    /** The same, shared with other commands of this user or not. */
    public EngineOptions withShared(boolean share) {
        return new EngineOptions(terraform, environment, cacheDir, processLimit, linger, share, loopback);
    }

    /** The same, with Terraform attaching over 127.0.0.1 or not. */
    public EngineOptions withLoopback(boolean attach) {
        return new EngineOptions(terraform, environment, cacheDir, processLimit, linger, shared, attach);
    }
}
