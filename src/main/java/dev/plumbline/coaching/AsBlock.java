package dev.plumbline.coaching;

import dev.plumbline.grading.Diagnosis;
import dev.plumbline.terraform.source.Argument;
import dev.plumbline.terraform.source.Block;
import dev.plumbline.terraform.source.Expression;
import dev.plumbline.terraform.source.SourceEdit;
import dev.plumbline.terraform.source.SourceFile;
import dev.plumbline.terraform.source.SourceRange;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A block written as an argument, and the other way round. */
final class AsBlock {
    private AsBlock() {}

    /** {@code x = { a = b }} or {@code x = [{ … }]} made a block; deleted where the block is there already. */
    static List<Diagnosis.Edit> edit(Code code, Argument argument, boolean there) {
        Surgery surgery = code.surgery(argument.range());
        Optional<SourceFile> file = code.file(argument.range().file());
        if (there || file.isEmpty()) {
            return surgery.done(surgery.delete(argument));
        }
        Expression value = argument.value();
        if (value instanceof Expression.ObjectCons object && isPlain(file.get(), object)) {
            int from = argument.nameRange().endOffset();
            int to = object.range().startOffset();
            return surgery.done(new SourceEdit(file.get().text().range(from, to), " "));
        }
        if (value instanceof Expression.Tuple tuple && tuple.items().size() == 1) {
            value = tuple.items().get(0);
        }
        if (!(value instanceof Expression.ObjectCons object)) {
            return List.of();
        }
        List<String> lines = new ArrayList<>();
        for (Expression.Entry entry : object.entries()) {
            lines.add("  " + key(code, entry.key()) + " = "
                    + code.written(entry.value().range()));
        }
        return surgery.done(surgery.replaceItem(argument, argument.name() + " {\n" + String.join("\n", lines) + "\n}"));
    }

    /** Whether the inside of the object would do as the inside of a block: bare keys, =, one a line, no commas. */
    private static boolean isPlain(SourceFile file, Expression.ObjectCons object) {
        int line = object.range().startLine();
        for (Expression.Entry entry : object.entries()) {
            boolean oneLine = object.range().startLine() == object.range().endLine()
                    && object.entries().size() == 1;
            if (!(entry.key() instanceof Expression.Name)
                    || (!oneLine && entry.key().range().startLine() == line)) {
                return false;
            }
            line = entry.value().range().endLine();
            String between = file.text()
                    .text()
                    .substring(
                            entry.key().range().endOffset(),
                            entry.value().range().startOffset());
            int after = entry.value().range().endOffset();
            String rest = file.text()
                    .text()
                    .substring(after, Math.min(after + 1, file.text().text().length()));
            if (!between.strip().equals("=") || rest.equals(",")) {
                return false;
            }
        }
        return true;
    }

    private static String key(Code code, Expression key) {
        String written = code.written(key.range());
        return key instanceof Expression.Template template && template.plainText() != null
                ? String.valueOf(template.plainText())
                : written;
    }

    /** {@code tags { }}: an equals sign before the brace, and equals signs for what is inside. */
    static Sighting attributeAsBlock(Code code, Block block) {
        Surgery surgery = code.surgery(block.range());
        SourceRange brace = block.openBrace();
        List<SourceEdit> edits = new ArrayList<>();
        if (brace != null) {
            String before = code.file(block.range().file())
                    .map(f -> f.text().text().substring(block.typeRange().endOffset(), brace.startOffset()))
                    .orElse(" ");
            edits.add(new SourceEdit(
                    new SourceRange(
                            brace.file(),
                            brace.startLine(),
                            brace.startColumn(),
                            brace.startLine(),
                            brace.startColumn(),
                            brace.startOffset(),
                            brace.startOffset()),
                    before.isEmpty() ? " = " : "= "));
        }
        return Sighting.of("attribute-as-block")
                .at(block.typeRange())
                .with("name", block.type())
                .fix(surgery.done(edits));
    }
}
