package dev.plumbline.cohort.exam;

import dev.plumbline.engine.ProviderNeed;
import dev.plumbline.terraform.Cancellation;
import dev.plumbline.terraform.CommandResult;
import dev.plumbline.terraform.TerraformCli;
import dev.plumbline.terraform.TerraformCommand;
import dev.plumbline.terraform.TerraformTrouble;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * The only providers that Terraform finds where submissions run: those that the lab needs, fetched by a real init under the
 * machine's own configuration, in the versions that submissions ask for. Terraform there is told to look nowhere else, so that
 * no submission can have a program fetched and started.
 */
final class ToolShelf {
    private static final Pattern VERSIONS = Pattern.compile("[0-9A-Za-z.,<>=!~ +-]{1,200}");
    private static final String AWS = "hashicorp/aws";
    private static final String LOCK = ".terraform.lock.hcl";

    private final Path folder;
    private final TerraformCli machine;
    private final List<String> providers;
    private final Map<String, Boolean> looked = new HashMap<>();

    /**
     * A shelf in an empty folder.
     *
     * @param machine Terraform under the machine's own configuration
     * @param providers in short form, {@code hashicorp/aws}
     */
    ToolShelf(Path folder, TerraformCli machine, List<String> providers) throws IOException {
        this.folder = folder;
        this.machine = machine;
        this.providers = providers.isEmpty() ? List.of(AWS) : List.copyOf(providers);
        Files.createDirectories(mirror());
        StringBuilder include = new StringBuilder();
        for (String provider : this.providers) {
            include.append(include.length() == 0 ? "" : ", ")
                    .append('"')
                    .append("registry.terraform.io/")
                    .append(provider)
                    .append('"');
        }
        Files.writeString(
                configuration(),
                "disable_checkpoint = true\nprovider_installation {\n  filesystem_mirror {\n    path    = \"" + mirror()
                        + "\"\n    include = [" + include + "]\n  }\n}\n");
    }

    private Path mirror() {
        return folder.resolve("mirror");
    }

    /** The CLI configuration that names this shelf and nothing else. */
    Path configuration() {
        return folder.resolve("terraform.rc");
    }

    /** Puts on the shelf what the code in a folder asks for, as far as it can be had, and lends it to the folder. */
    void serve(Path workspace) throws IOException, InterruptedException, TerraformTrouble {
        List<String> wanted = ProviderNeed.awsFor(workspace).constraints();
        String versions = String.join(", ", wanted);
        Path look = folder.resolve("look-" + Integer.toHexString(versions.hashCode()));
        if (look(versions, look)) {
            lend(look, workspace);
        }
    }

    /** One init for each set of wishes, whoever asks first. */
    private synchronized boolean look(String versions, Path look)
            throws IOException, InterruptedException, TerraformTrouble {
        Boolean known = looked.get(versions);
        if (known == null) {
            known = (versions.isEmpty() || VERSIONS.matcher(versions).matches()) && fetch(versions, look);
            looked.put(versions, known);
        }
        return known;
    }

    private boolean fetch(String versions, Path look) throws IOException, InterruptedException, TerraformTrouble {
        Files.createDirectories(look);
        StringBuilder code = new StringBuilder("terraform {\n  required_providers {\n");
        for (String provider : providers) {
            String name = provider.substring(provider.lastIndexOf('/') + 1);
            code.append("    ")
                    .append(name)
                    .append(" = { source = \"")
                    .append(provider)
                    .append('"');
            code.append(provider.equals(AWS) && !versions.isEmpty() ? ", version = \"" + versions + "\"" : "")
                    .append(" }\n");
        }
        Files.writeString(look.resolve("versions.tf"), code.append("  }\n}\n").toString());
        CommandResult result = machine.run(look, TerraformCommand.init(), new Cancellation());
        if (!result.exited(0)) {
            return false; // the submission's own init meets the same, and is judged on it
        }
        for (Path platform : platforms(look)) {
            Path to = mirror().resolve(installed(look).relativize(platform));
            if (!Files.exists(to)) {
                Files.createDirectories(to.getParent());
                Files.createSymbolicLink(to, platform.toRealPath());
            }
        }
        return true;
    }

    private static Path installed(Path look) {
        return look.resolve(".terraform").resolve("providers");
    }

    /** {@code HOST/NAMESPACE/TYPE/VERSION/PLATFORM}, the layout of a mirror too. */
    private static List<Path> platforms(Path look) throws IOException {
        try (Stream<Path> all = Files.find(
                installed(look),
                5,
                (path, attributes) -> installed(look).relativize(path).getNameCount() == 5)) {
            return all.toList();
        }
    }

    /** As after an init of its own: each provider is a link, so that an init there replaces a link and nothing else. */
    private static void lend(Path look, Path workspace) throws IOException {
        for (Path platform : platforms(look)) {
            Path to = installed(workspace).resolve(installed(look).relativize(platform));
            Files.createDirectories(to.getParent());
            Files.createSymbolicLink(to, platform.toRealPath());
        }
        if (Files.isRegularFile(look.resolve(LOCK))) {
            Files.copy(look.resolve(LOCK), workspace.resolve(LOCK));
        }
    }
}
