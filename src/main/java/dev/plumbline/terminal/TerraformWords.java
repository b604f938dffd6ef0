package dev.plumbline.terminal;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/** The words that may follow {@code terraform}, by what stands before them. As of Terraform 1.11. */
final class TerraformWords {
    private static final List<String> SUBCOMMANDS = List.of(
            "init",
            "validate",
            "plan",
            "apply",
            "destroy",
            "fmt",
            "show",
            "state",
            "output",
            "import",
            "console",
            "providers",
            "version",
            "workspace",
            "taint",
            "untaint",
            "refresh",
            "graph",
            "get",
            "force-unlock");

    /** What some of them have instead of arguments. */
    private static final Map<String, List<String>> SECOND = Map.of(
            "state", List.of("list", "show", "mv", "rm", "pull", "push", "replace-provider"),
            "workspace", List.of("list", "show", "new", "select", "delete"),
            "providers", List.of("lock", "mirror", "schema"));

    /** Those that take the address of a resource in the state. */
    private static final Set<String> ON_ADDRESSES =
            Set.of("state list", "state show", "state mv", "state rm", "taint", "untaint");

    private static final Set<String> ON_WORKSPACES = Set.of("workspace select", "workspace delete");

    /** Options whose value is such an address. */
    private static final List<String> ADDRESS_OPTIONS = List.of("-target=", "-replace=");

    private static final List<String> OPTIONS = List.of(
            "-auto-approve",
            "-destroy",
            "-detailed-exitcode",
            "-input=false",
            "-json",
            "-no-color",
            "-out=",
            "-refresh-only",
            "-refresh=false",
            "-replace=",
            "-target=",
            "-var=",
            "-var-file=",
            "-upgrade",
            "-help");

    private TerraformWords() {}

    /**
     * What may stand next; nothing where a file may.
     *
     * @param before the words behind {@code terraform} so far
     * @param typed what is typed of the next
     * @param folder where it runs
     */
    static List<String> next(List<String> before, String typed, Path folder) {
        List<String> plain =
                before.stream().filter(word -> !word.startsWith("-")).toList();
        if (typed.startsWith("-")) {
            return Stream.concat(
                            OPTIONS.stream(),
                            ADDRESS_OPTIONS.stream()
                                    .filter(typed::startsWith)
                                    .flatMap(
                                            option -> addresses(folder).stream().map(address -> option + address)))
                    .toList();
        }
        if (plain.isEmpty()) {
            return SUBCOMMANDS;
        }
        List<String> second = SECOND.getOrDefault(plain.get(0), List.of());
        if (plain.size() == 1 && !second.isEmpty()) {
            return second;
        }
        String command = second.isEmpty() ? plain.get(0) : plain.get(0) + " " + plain.get(1);
        if (ON_ADDRESSES.contains(command)) {
            return addresses(folder);
        }
        return ON_WORKSPACES.contains(command) ? workspaces(folder) : List.of();
    }

    private static List<String> addresses(Path folder) {
        return new ArrayList<>(new TreeSet<>(StateGlance.at(folder).ids().keySet()));
    }

    private static List<String> workspaces(Path folder) {
        Set<String> names = new TreeSet<>(Set.of("default"));
        try (DirectoryStream<Path> others = Files.newDirectoryStream(folder.resolve("terraform.tfstate.d"))) {
            others.forEach(other -> names.add(other.getFileName().toString()));
        } catch (IOException none) {
            // Only the default one.
            return List.copyOf(names);
        }
        return List.copyOf(names);
    }
}
