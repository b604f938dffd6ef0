package dev.plumbline.terraform;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One Terraform program on this machine, run with a clean environment and judged by exit code and JSON. */
public final class TerraformCli {
    /** No run of ours may take longer; a stock plan takes 3 s, with a refused connection 35 s. */
    static final Duration LIMIT = Duration.ofMinutes(2);

    private static final String INSTALL = "Install Terraform " + TerraformVersion.OLDEST.text()
            + " or newer (developer.hashicorp.com/terraform/install), then try again.";

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path program;
    private final Map<String, String> environment;

    private TerraformCli(Path program, Map<String, String> environment) {
        this.program = program;
        this.environment = Map.copyOf(environment);
    }

    /**
     * Finds {@code terraform} on the PATH of that environment; a {@code PLUMBLINE_TERRAFORM} there names another one.
     *
     * @throws TerraformTrouble if there is none
     */
    public static TerraformCli find(Map<String, String> caller, Map<String, String> environment)
            throws TerraformTrouble {
        return new TerraformCli(locate(caller), environment);
    }

    /**
     * Where the program is.
     *
     * @throws TerraformTrouble if there is none
     */
    public static Path locate(Map<String, String> caller) throws TerraformTrouble {
        String named = caller.get("PLUMBLINE_TERRAFORM");
        if (named != null && !named.isEmpty()) {
            Path program = Path.of(named);
            if (Files.isExecutable(program)) {
                return program;
            }
            throw new TerraformTrouble(
                    "PLUMBLINE_TERRAFORM names " + named + ", which is not a program that can be run.");
        }
        return onPath(caller.getOrDefault("PATH", ""))
                .orElseThrow(() -> new TerraformTrouble("terraform was not found on your PATH. " + INSTALL));
    }

    private static Optional<Path> onPath(String path) {
        for (String folder : path.split(java.io.File.pathSeparator, -1)) {
            for (String name : List.of("terraform", "terraform.exe")) {
                Path candidate = Path.of(folder.isEmpty() ? "." : folder, name);
                if (Files.isRegularFile(candidate) && Files.isExecutable(candidate)) {
                    return Optional.of(candidate);
                }
            }
        }
        return Optional.empty();
    }

    /** The same program with more in its environment; a later value wins. */
    public TerraformCli with(Map<String, String> more) {
        Map<String, String> all = new java.util.HashMap<>(environment);
        all.putAll(more);
        return new TerraformCli(program, all);
    }

    /** The program's path. */
    public Path program() {
        return program;
    }

    /**
     * Its version.
     *
     * @throws TerraformTrouble if it cannot be run, says nothing readable, or is older than {@link
     *     TerraformVersion#OLDEST}
     */
    public TerraformVersion version() throws TerraformTrouble, InterruptedException {
        Path anywhere = program.toAbsolutePath().getParent();
        CommandResult result =
                run(anywhere == null ? Path.of("/") : anywhere, TerraformCommand.version(), new Cancellation());
        String text = tree(result.output()).path("terraform_version").asText("");
        TerraformVersion version = text.isEmpty()
                // Before 0.13 there was no -json; what it said in words is enough to see that it is too old.
                ? TerraformVersion.announced(result.output())
                : TerraformVersion.parse(text);
        if (!version.isKnown()) {
            throw new TerraformTrouble(program + " does not answer as Terraform does: "
                    + firstLine(result.errors().isBlank() ? result.output() : result.errors()) + ". " + INSTALL);
        }
        if (version.compareTo(TerraformVersion.OLDEST) < 0) {
            throw new TerraformTrouble("Terraform " + version.text() + " is too old: Plumbline needs "
                    + TerraformVersion.OLDEST.text() + " or newer. It was found at " + program + ".");
        }
        return version;
    }

    /**
     * Runs one command.
     *
     * @param words after the program's name, see {@link TerraformCommand}
     * @throws TerraformTrouble if the program cannot be started
     */
    public CommandResult run(Path directory, List<String> words, Cancellation cancellation)
            throws TerraformTrouble, InterruptedException {
        List<String> all = new ArrayList<>();
        all.add(program.toString());
        all.addAll(words);
        try {
            return ChildProcess.run(all, directory, environment, LIMIT, cancellation);
        } catch (IOException cannotStart) {
            throw new TerraformTrouble(program + " could not be started: " + cannotStart.getMessage());
        }
    }

    /** The JSON in a command's output; a missing node if there is none. */
    public static JsonNode tree(String output) {
        try {
            return JSON.readTree(output);
        } catch (IOException notJson) {
            return JSON.missingNode();
        }
    }

    /** The diagnostics in the lines of {@code plan -json}. */
    public static List<Diagnostic> streamed(String lines) {
        List<Diagnostic> all = new ArrayList<>();
        lines.lines().filter(line -> line.startsWith("{")).forEach(line -> {
            JsonNode node = tree(line);
            if (node.path("type").asText().equals("diagnostic")) {
                all.add(Diagnostic.of(node.path("diagnostic")));
            }
        });
        return all;
    }

    private static String firstLine(String text) {
        return text.lines()
                .map(String::strip)
                .filter(l -> !l.isEmpty())
                .findFirst()
                .orElse("(nothing)");
    }
}
