package dev.plumbline.lab;

import dev.plumbline.text.Language;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads {@code labs/<id>/lab.yaml}. Nodes are bound by hand, so that every error names file, line, column, what was
 * expected and the nearest right name, and several are told at once.
 */
final class LabLoader {
    private static final List<String> KEYS = List.of(
            "title",
            "summary",
            "minutes",
            "services",
            "parameters",
            "workspace",
            "subject",
            "requirements",
            "mistakes",
            "setup",
            "drills");
    private static final Pattern TYPE = Pattern.compile("[a-z][a-z0-9]*_[a-z0-9_]+");
    private static final Pattern CODE_FILE = Pattern.compile("[A-Za-z0-9_-]+\\.tf");
    private static final Pattern PROVIDER = Pattern.compile("([a-z0-9.-]+/)?[a-z0-9-]+/[a-z0-9-]+");

    private final Path home;
    private final String id;
    private final Language language;
    private final Problems problems;

    private LabLoader(Path home, String id, Language language, Problems problems) {
        this.home = home;
        this.id = id;
        this.language = language;
        this.problems = problems;
    }

    /**
     * Loads one lab.
     *
     * @param choose gets the parameters as written and answers with those to be in force
     * @throws LabFileException with every problem of the file
     */
    static Lab load(Path home, String id, UnaryOperator<Parameters> choose) {
        return load(home, id, choose, Language.chosen(home));
    }

    static Lab load(Path home, String id, UnaryOperator<Parameters> choose, Language language) {
        Problems problems = new Problems();
        YamlNode root = YamlFile.read(
                home.resolve("labs").resolve(id).resolve("lab.yaml"), "labs/" + id + "/lab.yaml", problems);
        Lab lab = root == null ? null : new LabLoader(home, id, language, problems).bind(root, choose);
        problems.throwIfAny();
        if (lab == null) {
            throw new IllegalStateException("no lab and no problem: " + id);
        }
        return lab;
    }

    private @Nullable Lab bind(YamlNode root, UnaryOperator<Parameters> choose) {
        if (!root.isMap()) {
            root.problem("expected a map, found " + root.describe(), "A lab file is 'key: value' lines");
            return null;
        }
        root.allow(KEYS.toArray(String[]::new));
        Path labDirectory = home.resolve("labs").resolve(id);
        Parameters written = ParameterReader.read(root.find("parameters"));
        Parameters parameters = problems.isEmpty() ? choose.apply(written) : written;
        Filler filler = new Filler(id, parameters, TranslatedWords.of(language, id, problems));
        List<Requirement> requirements = new RequirementReader(filler, parameters).read(root);
        return new Lab(
                id,
                filler.fill(root, "title"),
                filler.fill(root, "summary"),
                root.whole("minutes", 30, 1, 600),
                parameters,
                services(root),
                rules(root.find("workspace"), labDirectory),
                subject(root, filler),
                requirements,
                root.texts("mistakes"),
                new StepReader(filler, labDirectory).read(root.list("setup")),
                new DrillReader(filler, parameters, labDirectory).read(root, ids(root)),
                labDirectory,
                language.texts(id));
    }

    /** Every id of the file, also of requirements that these parameters leave out. */
    private static Set<String> ids(YamlNode root) {
        Set<String> ids = new HashSet<>();
        for (YamlNode node : root.list("requirements")) {
            YamlNode name = node.find("id");
            if (name != null) {
                ids.add(name.text());
            }
        }
        return ids;
    }

    private static List<String> services(YamlNode root) {
        List<String> services = root.texts("services");
        YamlNode node = root.require("services");
        if (node != null && node.isList() && services.isEmpty()) {
            root.key("services").problem("no service is named", "Name the AWS services, such as [kinesis]");
        }
        return services;
    }

    private static WorkspaceRules rules(@Nullable YamlNode node, Path labDirectory) {
        if (node == null) {
            return new WorkspaceRules("main.tf", List.of(), false);
        }
        node.allow("code", "providers", "starter");
        String code = node.text("code", "main.tf");
        if (!code.isEmpty() && !CODE_FILE.matcher(code).matches()) {
            node.key("code").problem("'" + code + "' is no Terraform file", "Write a name such as main.tf");
        }
        for (YamlNode provider : node.list("providers")) {
            String address = provider.text();
            if (!address.isEmpty() && !PROVIDER.matcher(address).matches()) {
                provider.problem("'" + address + "' is no provider address", "Write it as hashicorp/aws");
            }
        }
        boolean starter = node.truth("starter", false);
        if (starter && !Files.isDirectory(labDirectory.resolve("starter"))) {
            node.key("starter")
                    .problem("there is no folder 'starter' beside this file", "Create it, or write 'starter: false'");
        }
        return new WorkspaceRules(code, node.texts("providers"), starter);
    }

    private static Subject subject(YamlNode root, Filler filler) {
        YamlNode node = root.require("subject");
        if (node == null) {
            return new Subject("", "", "", "");
        }
        node.allow("resource", "noun", "identity", "value");
        String type = node.text("resource");
        if (!type.isEmpty() && !TYPE.matcher(type).matches()) {
            node.key("resource")
                    .problem("'" + type + "' is no resource type", "Write it as in Terraform: aws_kinesis_stream");
        }
        return new Subject(type, node.text("noun"), node.text("identity", "name"), filler.fill(node, "value"));
    }
}
