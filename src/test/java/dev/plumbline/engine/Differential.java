package dev.plumbline.engine;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Stock and warm on the same files, one after the other in the same folder. */
final class Differential {
    private static final Pattern NEEDS_INIT = Pattern.compile("(?m)^\\s*(module\\s+\"|backend\\s+\"|cloud\\s*\\{)");

    private final WarmEngine engine;
    private final Path folder;

    /** @param folder where both run, so that paths in texts are the same */
    Differential(WarmEngine engine, Path folder) {
        this.engine = engine;
        this.folder = folder;
    }

    /**
     * @param differences stock's here, warm's there; empty where they agree
     * @param note why the warm engine left this one to stock, where it did
     */
    record Comparison(List<String> differences, String note, Outcome stock) {}

    /** Compares them on a copy of the files; whatever lies beside them is left out. */
    Comparison compare(Path files, Map<String, String> environment) throws IOException, InterruptedException {
        copy(files);
        Terraform terraform = new Terraform(folder, environment);
        boolean installed = terraform.run("init", "-input=false", "-no-color").exitCode() == 0;
        Outcome ran = Outcome.of(terraform);
        // Documented: where init fails because of another provider, stock counts ours as missing too.
        Outcome stock = installed ? ran : ran.withoutMissing(ProviderNeed.AWS);

        copy(files);
        try {
            Map<String, String> movable = new TreeMap<>(environment);
            movable.put(WarmEngine.MOVABLE_ENDPOINT, "yes"); // as the product does for the embedded AWS
            Outcome warm = engine.run(
                    ProviderNeed.awsFor(folder), movable, Duration.ofMinutes(2), lease -> warm(terraform, lease));
            return new Comparison(stock.differencesTo(warm), "", stock);
        } catch (EngineUnavailable e) {
            return new Comparison(List.of(), e.reason() + ": " + e.getMessage(), stock);
        }
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

    private void copy(Path files) throws IOException {
        Folders.delete(folder);
        Files.createDirectories(folder);
        try (Stream<Path> all = Files.walk(files)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                Path name = files.relativize(file);
                String first = name.getName(0).toString();
                if (first.startsWith("_") || first.equals("case.json")) {
                    continue; // the case's own papers
                }
                Path target = folder.resolve(name);
                Files.createDirectories(target.resolveSibling("."));
                Files.copy(file, target);
            }
        }
    }
}
