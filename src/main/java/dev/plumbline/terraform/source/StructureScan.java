package dev.plumbline.terraform.source;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** What parses and is still not what Terraform's loader takes, or seldom what was meant. */
final class StructureScan {

    private static final Set<String> NEVER_NESTED =
            Set.of("resource", "data", "provider", "variable", "output", "module", "locals");
    private static final Set<String> OFTEN_REPEATED =
            Set.of("provisioner", "dynamic", "validation", "precondition", "postcondition", "assert");

    private final SourceText text;
    private final boolean values;
    private final List<SyntaxTrouble> troubles = new ArrayList<>();
    private final boolean broken;

    StructureScan(SourceText text, List<SyntaxTrouble> known) {
        this.text = text;
        this.values = text.file().endsWith(".tfvars") || text.file().startsWith("TF_VAR_");
        this.broken = known.stream().anyMatch(trouble -> trouble.severity() == Severity.BREAKS);
    }

    List<SyntaxTrouble> scan(Body body) {
        duplicateArguments(body);
        for (BodyItem item : body.items()) {
            if (item instanceof Block block) {
                if (!values) {
                    topLevel(block);
                }
                inside(block, 0);
            } else if (item instanceof Argument argument && !values && !broken) {
                // In a broken file it may only have lost its block.
                add(SyntaxTrouble.of(TroubleKind.ARGUMENT_OUTSIDE_BLOCK, argument.range(), argument.name()));
            }
        }
        return troubles;
    }

    private void add(SyntaxTrouble trouble) {
        if (troubles.size() < 100) {
            troubles.add(trouble);
        }
    }

    private void topLevel(Block block) {
        String type = block.type();
        Integer labels = Keywords.TOP_LEVEL.get(type);
        if (labels == null) {
            unknownType(block);
            return;
        }
        int have = block.labels().size();
        if (have < labels) {
            add(SyntaxTrouble.of(TroubleKind.LABEL_MISSING, block.headerRange(), type));
        } else if (have > labels) {
            SourceRange extra = text.range(
                    block.labels().get(labels).range().startOffset(),
                    block.headerRange().endOffset());
            int before = labels == 0
                    ? block.typeRange().endOffset()
                    : block.labels().get(labels - 1).range().endOffset();
            add(SyntaxTrouble.of(
                    TroubleKind.LABEL_EXTRA, extra, type, SourceEdit.delete(text.range(before, extra.endOffset()))));
        }
    }

    private void unknownType(Block block) {
        String type = block.type();
        String lower = type.toLowerCase(Locale.ROOT);
        if (Keywords.isTopLevel(lower)) {
            add(SyntaxTrouble.of(
                    TroubleKind.KEYWORD_CASE, block.typeRange(), type, new SourceEdit(block.typeRange(), lower)));
            return;
        }
        if (!block.labels().isEmpty() && Keywords.isTopLevel(type + block.label(0))) {
            add(SyntaxTrouble.of(TroubleKind.UNKNOWN_BLOCK_TYPE, block.typeRange(), type, joined(block)));
            return;
        }
        String near = Nearest.among(Keywords.TOP_LEVEL.keySet(), lower);
        add(
                near.isEmpty()
                        ? SyntaxTrouble.of(TroubleKind.UNKNOWN_BLOCK_TYPE, block.typeRange(), type)
                        : SyntaxTrouble.of(
                                TroubleKind.UNKNOWN_BLOCK_TYPE,
                                block.typeRange(),
                                type,
                                new SourceEdit(block.typeRange(), near)));
    }

    /** A keyword that fell apart, as in {@code resour ce "a" "b"}. */
    private SourceEdit joined(Block block) {
        int end = block.labels().get(0).range().endOffset();
        boolean quoteNext = end < text.text().length() && text.text().charAt(end) == '"';
        return new SourceEdit(
                text.range(block.range().startOffset(), end), block.type() + block.label(0) + (quoteNext ? " " : ""));
    }

    private void inside(Block block, int depth) {
        duplicateArguments(block.body());
        Map<String, Block> seen = new HashMap<>();
        for (Block inner : block.body().blocks()) {
            boolean allowed = block.type().equals("check") && inner.type().equals("data");
            if (NEVER_NESTED.contains(inner.type()) && !inner.labels().isEmpty() && !allowed) {
                add(MoveOut.trouble(text, block, inner));
            }
            Block first = OFTEN_REPEATED.contains(inner.type())
                    ? null
                    : seen.putIfAbsent(inner.type() + inner.labels().size() + inner.label(0), inner);
            if (first != null && block.type().equals("resource")) {
                add(new SyntaxTrouble(
                        TroubleKind.DUPLICATE_BLOCK,
                        inner.headerRange(),
                        inner.type(),
                        List.of(first.headerRange()),
                        List.of(SourceEdit.delete(text.wholeLines(inner.range())))));
            }
            inside(inner, depth + 1);
        }
    }

    private void duplicateArguments(Body body) {
        Map<String, Argument> seen = new HashMap<>();
        for (Argument argument : body.arguments()) {
            Argument first = seen.putIfAbsent(argument.name(), argument);
            if (first != null) {
                add(new SyntaxTrouble(
                        TroubleKind.DUPLICATE_ARGUMENT,
                        argument.nameRange(),
                        argument.name(),
                        List.of(first.nameRange()),
                        List.of(SourceEdit.delete(text.wholeLines(argument.range())))));
            }
        }
    }
}
