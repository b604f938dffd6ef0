package dev.plumbline.engine;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Stock and warm on the same files, one after the other in the same folder. */
public final class Differential {
    private static final Pattern NEEDS_INIT = Pattern.compile("(?m)^\\s*(module\\s+\"|backend\\s+\"|cloud\\s*\\{)");

    private final WarmEngine engine;
    private final Path folder;

    /** @param folder where both run, so that paths in texts are the same */
    public Differential(WarmEngine engine, Path folder) {
        this.engine = engine;
        this.folder = folder;
    }

    /** An engine of the comparison's own, whose cache and processes are gone afterwards. */
    public static WarmEngine engine(Path scratch) throws EngineUnavailable {
        return WarmEngine.open(RealTerraform.options(scratch));
    }

    /** Lays the learner's files, as they left them, into the folder; whatever lay there before is gone. */
    @FunctionalInterface
    public interface Ground {
        /** Does it. */
        void lay() throws IOException;
    }

    /**
     * What came of it.
     *
     * @param differences stock's here, warm's there; empty where they agree or the difference is a documented one
     * @param exception which documented difference there is, if one is
     * @param validateExit stock's exit code of validate
     * @param planExit stock's exit code of plan
     */
    public record Comparison(List<String> differences, Optional<String> exception, int validateExit, int planExit) {}

    /**
     * Compares them.
     *
     * @param environment the learner's shell, with AWS in it
     * @param movable whether that AWS is the embedded one, which the product reaches through a relay
     */
    public Comparison compare(Ground ground, Map<String, String> environment, boolean movable)
            throws IOException, InterruptedException {
        ground.lay();
        Terraform terraform = new Terraform(folder, environment);
        StockInit init = StockInit.run(terraform);
        Outcome stock = Outcome.of(terraform);

        ground.lay();
        Map<String, String> provider = new TreeMap<>(environment);
        if (movable) {
            provider.put(WarmEngine.MOVABLE_ENDPOINT, "yes");
        }
        try {
            Outcome warm = engine.run(
                    ProviderNeed.awsFor(folder), provider, Duration.ofMinutes(2), lease -> warm(terraform, lease));
            List<String> differences = stock.differencesTo(warm);
            Optional<String> exception =
                    differences.isEmpty() ? Optional.empty() : DocumentedDifference.between(stock, init, warm);
            return comparison(exception.isPresent() ? List.of() : differences, exception, stock);
        } catch (EngineUnavailable e) {
            return comparison(List.of(), Optional.of("left to stock: " + e.reason() + ", " + e.getMessage()), stock);
        }
    }

    private static Comparison comparison(List<String> differences, Optional<String> exception, Outcome stock) {
        return new Comparison(differences, exception, stock.validateExit(), stock.planExit());
    }

    private Outcome warm(Terraform terraform, Lease lease) throws IOException, InterruptedException {
        Terraform attached = terraform.attachedTo(lease);
        if (needsInit()) {
            attached.run("init", "-input=false", "-no-color");
        }
        return Outcome.of(attached);
    }

    private boolean needsInit() throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                if (file.getFileName().toString().endsWith(".tf")
                        && NEEDS_INIT
                                .matcher(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1))
                                .find()) {
                    return true;
                }
            }
            return false;
        }
    }
}
