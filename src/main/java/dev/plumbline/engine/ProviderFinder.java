package dev.plumbline.engine;

import dev.plumbline.engine.EngineUnavailable.Reason;
import java.io.IOException;
import java.nio.file.FileVisitOption;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;

/**
 * Finds a provider's program as Terraform would: with a stock {@code terraform init} in a scratch folder, under the
 * user's own CLI configuration. The scratch folder is kept, so the next look costs nothing.
 */
final class ProviderFinder {
    /** Without a wanted version, how long the newest found is taken for the newest. */
    private static final Duration NEWEST_FOR = Duration.ofDays(1);

    private final EngineOptions options;
    private final TerraformInit init;
    private final Map<String, ProviderBinary> found = new ConcurrentHashMap<>();
    private final ReentrantLock looking = new ReentrantLock();

    ProviderFinder(EngineOptions options) {
        this.options = options;
        this.init = new TerraformInit(options.terraform(), options.environment());
    }

    /** The program for a need; from the second time on without starting anything. */
    ProviderBinary find(ProviderNeed need) throws EngineUnavailable, InterruptedException {
        String key = key(need);
        Optional<ProviderBinary> known = known(key);
        if (known.isPresent()) {
            return known.orElseThrow();
        }
        looking.lockInterruptibly(); // runs that start together need one look, not one each
        try {
            Optional<ProviderBinary> meanwhile = known(key);
            if (meanwhile.isPresent()) {
                return meanwhile.orElseThrow();
            }
            Optional<ProviderBinary> newest = newest(need);
            ProviderBinary binary = newest.isPresent() ? newest.orElseThrow() : look(need, scratch(key));
            found.put(key, binary);
            return binary;
        } finally {
            looking.unlock();
        }
    }

    /**
     * The newest version of all, if that is what {@code terraform init} would choose: it takes the newest that meets the
     * constraints. Spares the learner's next plan an init after their own has written the lock file.
     */
    private Optional<ProviderBinary> newest(ProviderNeed need) {
        ProviderNeed any = need.withConstraints(List.of());
        Path scratch = scratch(key(any));
        return need.constraints().isEmpty()
                ? Optional.empty()
                : installed(any, scratch)
                        .filter(binary -> SimpleConstraints.surelyMet(binary.version(), need.constraints()))
                        .filter(binary ->
                                isFresh(scratch) || SimpleConstraints.pinned(binary.version(), need.constraints()));
    }

    private Path scratch(String key) {
        return options.cacheDir().resolve("providers").resolve(key);
    }

    private Optional<ProviderBinary> known(String key) {
        return Optional.ofNullable(found.get(key)).filter(binary -> Files.isExecutable(binary.program()));
    }

    private String key(ProviderNeed need) {
        Map<String, String> matters = new TreeMap<>(options.environment());
        matters.keySet().removeIf(name -> !(name.equals("TF_CLI_CONFIG_FILE") || name.equals("TF_PLUGIN_CACHE_DIR")));
        return Digests.hex(
                options.terraform(),
                need.source(),
                String.join(", ", need.constraints()),
                matters.toString(),
                CliConfiguration.fingerprint(options.environment()));
    }

    private ProviderBinary look(ProviderNeed need, Path scratch) throws EngineUnavailable, InterruptedException {
        Optional<ProviderBinary> current = current(need, scratch);
        if (current.isPresent()) {
            return current.orElseThrow();
        }
        Path lock = scratch.resolveSibling(scratch.getFileName() + ".lock");
        try {
            Files.createDirectories(lock.resolveSibling("."));
            try (LookLock ignored = LookLock.take(lock)) {
                return lookAlone(need, scratch);
            }
        } catch (IOException e) {
            throw new EngineUnavailable(
                    Reason.NO_PROVIDER, "The warm engine's cache " + options.cacheDir() + " cannot be used: " + e);
        }
    }

    private ProviderBinary lookAlone(ProviderNeed need, Path scratch)
            throws EngineUnavailable, IOException, InterruptedException {
        Optional<ProviderBinary> meanwhile = current(need, scratch);
        if (meanwhile.isPresent()) {
            return meanwhile.orElseThrow();
        }
        Optional<ProviderBinary> before = installed(need, scratch);
        Path looks = scratch.resolveSibling(".").normalize();
        Path attempt = Files.createTempDirectory(looks, scratch.getFileName() + ".");
        try {
            init.run(need, attempt);
            Folders.replace(scratch, attempt);
            Leftovers.sweepLooks(looks);
            return installed(need, scratch)
                    .orElseThrow(() -> new EngineUnavailable(
                            Reason.NO_PROVIDER, "terraform init installed no program for " + need.source() + "."));
        } catch (EngineUnavailable notNow) {
            if (before.isPresent()) {
                return before.orElseThrow(); // offline today: what was the newest yesterday serves
            }
            throw notNow;
        } finally {
            Folders.deleteQuietly(attempt);
        }
    }

    /** What is installed, if it may still be taken for the newest of what is wanted. */
    private static Optional<ProviderBinary> current(ProviderNeed need, Path scratch) {
        Optional<ProviderBinary> binary = installed(need, scratch);
        return need.constraints().isEmpty() && !isFresh(scratch) ? Optional.empty() : binary;
    }

    private static boolean isFresh(Path scratch) {
        try {
            return Files.getLastModifiedTime(scratch)
                    .toInstant()
                    .plus(NEWEST_FOR)
                    .isAfter(Instant.now());
        } catch (IOException gone) {
            return false;
        }
    }

    /** {@code .terraform/providers/HOST/NAMESPACE/TYPE/VERSION/PLATFORM/terraform-provider-TYPE_vVERSION}. */
    private static Optional<ProviderBinary> installed(ProviderNeed need, Path scratch) {
        Path root = scratch.resolve(".terraform").resolve("providers").resolve(need.source());
        String type = need.source().substring(need.source().lastIndexOf('/') + 1);
        // An unpacked mirror and the plugin cache are linked to.
        try (Stream<Path> below = Files.walk(root, 3, FileVisitOption.FOLLOW_LINKS)) {
            Optional<Path> program = below.filter(path -> isProgram(path, type)).findFirst();
            if (program.isEmpty()) {
                return Optional.empty();
            }
            Path file = program.orElseThrow();
            String version = root.relativize(file).getName(0).toString();
            return Optional.of(new ProviderBinary(need.source(), version, file.toRealPath()));
        } catch (IOException none) {
            return Optional.empty();
        }
    }

    private static boolean isProgram(Path path, String type) {
        return path.getFileName().toString().startsWith("terraform-provider-" + type)
                && Files.isRegularFile(path)
                && Files.isExecutable(path);
    }
}
