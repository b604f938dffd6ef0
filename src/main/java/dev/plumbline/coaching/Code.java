package dev.plumbline.coaching;

import dev.plumbline.terraform.source.Argument;
import dev.plumbline.terraform.source.Block;
import dev.plumbline.terraform.source.BodyItem;
import dev.plumbline.terraform.source.Configuration;
import dev.plumbline.terraform.source.Expression;
import dev.plumbline.terraform.source.SourceFile;
import dev.plumbline.terraform.source.SourceRange;
import dev.plumbline.terraform.source.SourceText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** The learner's code as the recognisers ask for it. */
final class Code {
    private final Map<String, SourceFile> files = new LinkedHashMap<>();
    private final Map<String, SourceFile> values = new LinkedHashMap<>();

    /** The files of a configuration; the lab's own comes first. */
    static Code of(Configuration source, String codeFile) {
        Code code = new Code();
        source.file(codeFile).ifPresent(file -> code.files.put(codeFile, file));
        source.files().forEach(file -> code.files.putIfAbsent(file.name(), file));
        source.valuesFiles().forEach(file -> code.values.put(file.name(), file));
        return code;
    }

    /** The code files, the lab's own first. */
    List<SourceFile> files() {
        return List.copyOf(files.values());
    }

    /** Files that give values to variables. */
    List<SourceFile> valuesFiles() {
        return List.copyOf(values.values());
    }

    /** One code or values file. */
    Optional<SourceFile> file(String name) {
        SourceFile found = files.get(name);
        return Optional.ofNullable(found != null ? found : values.get(name));
    }

    /** Whether Terraform merges the file over the others. */
    static boolean isOverride(String name) {
        String stem = name.replaceFirst("\\.tf(\\.json)?$", "");
        return stem.equals("override") || stem.endsWith("_override");
    }

    /** Top-level blocks of a type, override files left out. */
    List<Block> blocks(String type) {
        List<Block> found = new ArrayList<>();
        files.forEach((name, file) -> {
            if (!isOverride(name)) {
                found.addAll(file.body().blocks(type));
            }
        });
        return found;
    }

    /** Resource blocks of a type. */
    List<Block> resources(String type) {
        return blocks("resource").stream().filter(b -> b.label(0).equals(type)).toList();
    }

    /** Scissors for the file a place is in. */
    Surgery surgery(SourceRange range) {
        return surgery(range.file());
    }

    /** Scissors for a file; for one that does not exist, of an empty text. */
    Surgery surgery(String name) {
        return new Surgery(file(name).map(SourceFile::text).orElseGet(() -> SourceText.of(name, "")));
    }

    /** What is written at a place. */
    String written(SourceRange range) {
        return file(range.file()).map(f -> f.text().slice(range)).orElse("");
    }

    /** The innermost block around a line that satisfies the condition. */
    Optional<Block> blockAt(String name, int line, Predicate<Block> condition) {
        return file(name).flatMap(file -> file.allBlocks().stream()
                .filter(b -> b.range().startLine() <= line && line <= b.range().endLine())
                .filter(condition)
                .reduce((outer, inner) -> inner));
    }

    /** The argument that begins on a line or, failing that, encloses it. */
    Optional<Argument> argumentAt(String name, int line) {
        return file(name).flatMap(file -> {
            List<Argument> all = new ArrayList<>(file.body().arguments());
            file.allBlocks().forEach(block -> all.addAll(block.body().arguments()));
            return all.stream()
                    .filter(a -> a.range().startLine() == line)
                    .findFirst()
                    .or(() -> all.stream()
                            .filter(a -> a.range().startLine() <= line
                                    && line <= a.range().endLine())
                            .reduce((outer, inner) -> inner));
        });
    }

    /** Every argument of every block, with nested blocks. */
    static List<Argument> allArguments(Block block) {
        List<Argument> all = new ArrayList<>(block.body().arguments());
        for (BodyItem item : block.body().items()) {
            if (item instanceof Block inner) {
                all.addAll(allArguments(inner));
            }
        }
        return all;
    }

    /** Whether an expression is a text, number or truth value written out. */
    static boolean isLiteral(Expression expression) {
        return expression instanceof Expression.Literal
                || (expression instanceof Expression.Template template && template.plainText() != null);
    }
}
