package dev.plumbline.authoring.mutation;

import dev.plumbline.authoring.mutation.Code.Placed;
import dev.plumbline.terraform.source.Argument;
import dev.plumbline.terraform.source.Block;
import dev.plumbline.terraform.source.Label;
import dev.plumbline.terraform.source.SourceRange;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;

/** Every argument and block dropped, doubled, commented out, misspelt or moved to where it does not belong. */
final class StructureMutations {
    private StructureMutations() {}

    static List<Rewriting> of(Code code) {
        List<Rewriting> all = new ArrayList<>();
        code.arguments().forEach(argument -> argument(code, argument, all));
        code.blocks().forEach(block -> block(code, block, all));
        return all;
    }

    private static void argument(Code code, Placed<Argument> argument, List<Rewriting> all) {
        String path = argument.path();
        String touches = argument.touches();
        SourceRange range = argument.item().range();
        all.add(new Rewriting("drop/" + path, touches, code.withoutLines(range)));
        all.add(new Rewriting("comment-out/" + path, touches, commented(code, range)));
        all.add(new Rewriting("double/" + path, touches, doubled(code, range)));
        for (String other : misspelt(argument.item().name())) {
            all.add(new Rewriting(
                    "rename/" + path + "=" + other,
                    touches,
                    code.replaced(argument.item().nameRange(), other)));
        }
        if (argument.depth() > 0) {
            String line = code.lines(range);
            all.add(new Rewriting("move-to-top/" + path, touches, code.withoutLines(range) + "\n" + line));
        }
    }

    private static void block(Code code, Placed<Block> placed, List<Rewriting> all) {
        Block block = placed.item();
        String path = placed.path();
        String touches = placed.touches();
        all.add(new Rewriting("drop/" + path, touches, code.withoutLines(block.range())));
        all.add(new Rewriting("comment-out/" + path, touches, commented(code, block.range())));
        all.add(new Rewriting("double/" + path, touches, doubled(code, block.range())));
        if (!block.body().items().isEmpty()) {
            all.add(new Rewriting("empty/" + path, touches, code.replaced(inner(block), "\n")));
        }
        for (String other : misspelt(block.type())) {
            all.add(new Rewriting("rename/" + path + "=" + other, touches, code.replaced(block.typeRange(), other)));
        }
        labels(code, placed, all);
        if (placed.depth() > 0) {
            nested(code, placed, all);
        }
    }

    private static void nested(Code code, Placed<Block> placed, List<Rewriting> all) {
        Block block = placed.item();
        SourceRange brace = block.openBrace();
        if (brace == null) {
            return;
        }
        all.add(new Rewriting(
                "block-as-argument/" + placed.path(), placed.touches(), code.inserted(brace.startOffset(), "= ")));
        // What the circulating write-up does: the arguments of the block, without the block.
        String hoisted = block.body().arguments().stream()
                .map(argument -> code.lines(argument.range()))
                .collect(Collectors.joining());
        all.add(new Rewriting(
                "hoist/" + placed.path(),
                placed.touches(),
                code.text().substring(0, code.lineStart(block.range().startOffset()))
                        + hoisted
                        + code.text().substring(code.lineEnd(block.range().endOffset()))));
        all.add(new Rewriting(
                "move-to-top/" + placed.path(),
                placed.touches(),
                code.withoutLines(block.range()) + "\n" + code.lines(block.range())));
    }

    private static void labels(Code code, Placed<Block> placed, List<Rewriting> all) {
        List<Label> labels = placed.item().labels();
        for (int i = 0; i < labels.size(); i++) {
            Label label = labels.get(i);
            boolean free = i == 1;
            if (!free) {
                for (String other : misspelt(label.text())) {
                    all.add(new Rewriting(
                            "label/" + placed.path() + "=" + other,
                            "",
                            code.replaced(label.range(), "\"" + other + "\"")));
                }
            }
            all.add(new Rewriting("label-dropped/" + placed.path() + "#" + i, "", code.replaced(label.range(), "")));
        }
        if (placed.item().type().equals("resource")) {
            all.add(new Rewriting(
                    "data-source/" + placed.path(),
                    "",
                    code.replaced(placed.item().typeRange(), "data")));
        }
    }

    private static SourceRange inner(Block block) {
        SourceRange open = block.openBrace();
        SourceRange close = block.closeBrace();
        SourceRange whole = block.range();
        int start = open == null ? whole.endOffset() : open.endOffset();
        int end = close == null ? start : close.startOffset();
        return new SourceRange(whole.file(), 1, 1, 1, 1, start, end);
    }

    private static String commented(Code code, SourceRange range) {
        String lines = code.lines(range).lines().map(line -> "# " + line).collect(Collectors.joining("\n", "", "\n"));
        int start = code.lineStart(range.startOffset());
        return code.text().substring(0, start) + lines + code.text().substring(code.lineEnd(range.endOffset()));
    }

    private static String doubled(Code code, SourceRange range) {
        String lines = code.lines(range);
        return code.inserted(code.lineEnd(range.endOffset()), lines.endsWith("\n") ? lines : "\n" + lines);
    }

    private static Set<String> misspelt(String name) {
        Set<String> others = new LinkedHashSet<>();
        others.add(name.length() > 2 ? name.substring(0, name.length() - 1) : name + "x");
        others.add(name + "s");
        others.add(name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1));
        others.add(name.replace("_", "-"));
        others.remove(name);
        return others;
    }
}
