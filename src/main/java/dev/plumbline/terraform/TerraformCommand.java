package dev.plumbline.terraform;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The words of one Terraform command that the product runs for itself. Nothing here starts anything, so that the exact
 * words can be tested. Every command is {@code -no-color}: Terraform ignores NO_COLOR.
 */
public final class TerraformCommand {
    private TerraformCommand() {}

    /** {@code version -json}. */
    public static List<String> version() {
        return List.of("version", "-json");
    }

    /** {@code init}, never asking, without upgrading anything. */
    public static List<String> init() {
        return List.of("init", "-input=false", "-no-color");
    }

    /** {@code validate -json}. */
    public static List<String> validate() {
        return List.of("validate", "-json", "-no-color");
    }

    /**
     * A plan written to a file, with a fresh look at the cloud, no lock and no question. Judged by its exit code (0 no
     * changes, 2 changes, 1 errors) and by {@code show -json} of the file.
     */
    public static List<String> plan(Path planFile) {
        List<String> words = new ArrayList<>(List.of("plan", "-json", "-input=false", "-lock=false", "-refresh=true"));
        words.add("-detailed-exitcode");
        words.add("-no-color");
        words.add("-out=" + planFile);
        return List.copyOf(words);
    }

    /** {@code show -json} of a plan file. */
    public static List<String> show(Path planFile) {
        return List.of("show", "-json", "-no-color", planFile.toString());
    }

    /** {@code import} of one resource, with no lock and no question. */
    public static List<String> importing(String address, String id) {
        return List.of("import", "-input=false", "-lock=false", "-no-color", address, id);
    }

    /** {@code apply} of a plan that was made, with no lock and no question. */
    public static List<String> apply(Path planFile) {
        return List.of("apply", "-input=false", "-lock=false", "-no-color", planFile.toString());
    }

    /**
     * {@code fmt} as a parser: exit code 2 where one of the files cannot be parsed, 0 or 3 where all can. It reads these
     * files and nothing else, writes nothing, and runs nothing that is in them.
     */
    public static List<String> parse(List<String> files) {
        List<String> words = new ArrayList<>(List.of("fmt", "-check", "-list=false", "-write=false", "-no-color"));
        files.forEach(file -> words.add("./" + file)); // a name may begin as an option does
        return List.copyOf(words);
    }

    /** {@code providers schema -json}. */
    public static List<String> providersSchema() {
        return List.of("providers", "schema", "-json");
    }
}
