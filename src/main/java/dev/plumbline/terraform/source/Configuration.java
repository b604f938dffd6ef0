package dev.plumbline.terraform.source;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The files of one folder as Terraform loads them: all code together, override files merged over it, values files in
 * Terraform's order. Modules are not followed.
 */
public final class Configuration {

    private final List<SourceFile> files;
    private final List<SourceFile> valuesFiles;
    private final List<UnreadableFile> unreadable;
    private final List<Block> blocks;
    private final List<SyntaxTrouble> declarationTroubles;

    private Configuration(List<SourceFile> all, List<UnreadableFile> unreadable) {
        this.files = all.stream()
                .filter(file -> FileRole.of(baseName(file.name())) == FileRole.CODE
                        || FileRole.of(baseName(file.name())) == FileRole.OVERRIDE)
                .toList();
        this.valuesFiles = all.stream()
                .filter(file -> FileRole.of(baseName(file.name())) == FileRole.VALUES)
                .sorted(Comparator.comparing((SourceFile file) -> valuesRank(baseName(file.name())))
                        .thenComparing(SourceFile::name))
                .toList();
        this.unreadable = List.copyOf(unreadable);
        List<Block> merged = new ArrayList<>();
        for (SourceFile file : files) {
            if (!isOverride(file)) {
                merged.addAll(file.body().blocks());
            }
        }
        this.declarationTroubles = Declarations.troubles(merged);
        for (SourceFile file : files) {
            if (isOverride(file)) {
                Overrides.merge(merged, file.body().blocks());
            }
        }
        this.blocks = List.copyOf(merged);
    }

    /**
     * Reads a folder. What Terraform would not read is left alone; what cannot be read as a file (a pipe, no
     * permission, too large) is listed in {@link #unreadable}.
     *
     * @throws IOException when the folder itself cannot be listed
     */
    public static Configuration load(Path folder) throws IOException {
        FolderReader reader = FolderReader.read(folder);
        return new Configuration(reader.files(), reader.unreadable());
    }

    /** The configuration of texts; their names decide what they are, others than Terraform's are left out. */
    public static Configuration of(List<SourceText> texts) {
        List<SourceFile> files = texts.stream()
                .filter(text -> FileRole.of(baseName(text.file())) != FileRole.OTHER)
                .sorted(Comparator.comparing(SourceText::file))
                .map(SourceFile::parse)
                .toList();
        return new Configuration(files, List.of());
    }

    private static String baseName(String name) {
        return name.substring(name.lastIndexOf('/') + 1);
    }

    private static boolean isOverride(SourceFile file) {
        return FileRole.of(baseName(file.name())) == FileRole.OVERRIDE;
    }

    private static int valuesRank(String name) {
        if (name.equals("terraform.tfvars")) {
            return 0;
        }
        return name.equals("terraform.tfvars.json") ? 1 : 2;
    }

    /** The code files, by name; override files included. */
    public List<SourceFile> files() {
        return files;
    }

    /** The values files in the order Terraform loads them; later ones win. */
    public List<SourceFile> valuesFiles() {
        return valuesFiles;
    }

    /** Files with a name that Terraform loads, which are no readable files. */
    public List<UnreadableFile> unreadable() {
        return unreadable;
    }

    /** A file by the name it is shown under. */
    public Optional<SourceFile> file(String name) {
        return files.stream().filter(file -> file.name().equals(name)).findFirst();
    }

    /** Whether Terraform would refuse to parse any of the code or values files. */
    public boolean isBroken() {
        return files.stream().anyMatch(SourceFile::isBroken)
                || valuesFiles.stream().anyMatch(SourceFile::isBroken);
    }

    /** All troubles of all files, and what only shows when they are seen together. */
    public List<SyntaxTrouble> troubles() {
        List<SyntaxTrouble> all = new ArrayList<>();
        files.forEach(file -> all.addAll(file.troubles()));
        valuesFiles.forEach(file -> all.addAll(file.troubles()));
        all.addAll(declarationTroubles);
        all.sort(null);
        return all;
    }

    /** The top-level blocks, overrides applied. */
    public List<Block> blocks() {
        return blocks;
    }

    /** The top-level blocks of a type, overrides applied. */
    public List<Block> blocks(String type) {
        return blocks.stream().filter(block -> block.type().equals(type)).toList();
    }

    /** The managed resources. */
    public List<ResourceView> resources() {
        return blocks("resource").stream().map(ResourceView::new).toList();
    }

    /** The managed resources of a type. */
    public List<ResourceView> resources(String type) {
        return resources().stream().filter(view -> view.type().equals(type)).toList();
    }

    /** A managed resource by type and name. */
    public Optional<ResourceView> resource(String type, String name) {
        return resources(type).stream().filter(view -> view.name().equals(name)).findFirst();
    }

    /** The data sources. */
    public List<ResourceView> dataSources() {
        return blocks("data").stream().map(ResourceView::new).toList();
    }

    /** The provider configurations, default ones and aliases. */
    public List<ProviderView> providers() {
        return blocks("provider").stream().map(ProviderView::new).toList();
    }

    /** The provider configuration a reference means; empty when it is not written. */
    public Optional<ProviderView> provider(ProviderRef ref) {
        return providers().stream()
                .filter(view ->
                        view.localName().equals(ref.localName()) && view.alias().equals(ref.alias()))
                .findFirst();
    }

    /** The variable blocks. */
    public List<Block> variables() {
        return blocks("variable");
    }

    /** The value that a values file gives a variable: the last one wins. */
    public Optional<Argument> givenValue(String variable) {
        Optional<Argument> given = Optional.empty();
        for (SourceFile file : valuesFiles) {
            Optional<Argument> here = file.body().argument(variable);
            given = here.isPresent() ? here : given;
        }
        return given;
    }

    /** The local values of all locals blocks. */
    public List<Argument> locals() {
        return blocks("locals").stream()
                .flatMap(block -> block.body().arguments().stream())
                .toList();
    }

    /** A local value by name. */
    public Optional<Argument> local(String name) {
        return locals().stream().filter(local -> local.name().equals(name)).findFirst();
    }

    /** The output blocks. */
    public List<Block> outputs() {
        return blocks("output");
    }

    /** The module calls. */
    public List<Block> modules() {
        return blocks("module");
    }

    /** The settings in terraform blocks, as one list of their arguments and blocks. */
    public List<BodyItem> terraformSettings() {
        return blocks("terraform").stream()
                .flatMap(block -> block.body().items().stream())
                .toList();
    }

    /** The {@code required_version} argument. */
    public Optional<Argument> requiredVersion() {
        return terraformSettings().stream()
                .filter(item ->
                        item instanceof Argument argument && argument.name().equals("required_version"))
                .map(Argument.class::cast)
                .findFirst();
    }

    /** The backend or cloud block; the last one written. */
    public Optional<Block> backend() {
        return terraformSettings().stream()
                .filter(item -> item instanceof Block block
                        && (block.type().equals("backend") || block.type().equals("cloud")))
                .map(Block.class::cast)
                .reduce((first, second) -> second);
    }

    /** The required providers by local name: the argument that declares each. */
    public Map<String, Argument> requiredProviders() {
        Map<String, Argument> found = new LinkedHashMap<>();
        for (BodyItem item : terraformSettings()) {
            if (item instanceof Block block && block.type().equals("required_providers")) {
                block.body().arguments().forEach(argument -> found.put(argument.name(), argument));
            }
        }
        return found;
    }

    /** The types that are mentioned anywhere, also in half-typed files. */
    public MentionedTypes mentionedTypes() {
        return MentionedTypes.in(this);
    }
}
