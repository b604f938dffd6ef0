package dev.plumbline.coaching;

import dev.plumbline.lab.Nearest;
import dev.plumbline.terraform.source.Block;
import dev.plumbline.terraform.source.Label;
import dev.plumbline.terraform.source.SourceEdit;
import dev.plumbline.terraform.source.SourceFile;
import dev.plumbline.terraform.source.SourceText;
import dev.plumbline.terraform.source.SyntaxTrouble;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/** Keywords, labels, blocks inside others and blocks declared twice: what Terraform's loader refuses. */
final class Headers implements Recogniser {
    private static final Map<String, Integer> LABELS = Map.ofEntries(
            Map.entry("terraform", 0),
            Map.entry("provider", 1),
            Map.entry("resource", 2),
            Map.entry("data", 2),
            Map.entry("variable", 1),
            Map.entry("output", 1),
            Map.entry("locals", 0),
            Map.entry("module", 1),
            Map.entry("moved", 0),
            Map.entry("import", 0),
            Map.entry("removed", 0),
            Map.entry("check", 1),
            Map.entry("ephemeral", 2));

    private static final Pattern REFERENCE = Pattern.compile("\\bvar\\.([\\p{L}_][\\p{L}\\p{N}_-]*)");

    /** Words that other tools, or Terraform's own references, have for a block. */
    private static final Map<String, String> SHORT_FORMS = Map.of(
            "var", "variable",
            "vars", "variable",
            "parameter", "variable",
            "local", "locals",
            "res", "resource",
            "prov", "provider",
            "out", "output",
            "mod", "module");

    @Override
    public void look(Situation situation, Consumer<Sighting> seen) {
        for (SourceFile file : situation.code().files()) {
            for (SyntaxTrouble trouble : file.troubles()) {
                switch (trouble.kind()) {
                    case KEYWORD_CASE, UNKNOWN_BLOCK_TYPE -> keyword(situation, file, trouble, seen);
                    case LABEL_MISSING, LABEL_EXTRA -> labels(situation, file, trouble, seen);
                    case ARGUMENT_OUTSIDE_BLOCK -> seen.accept(outside(situation, file, trouble));
                    case NESTED_BLOCK -> nested(situation, file, trouble, seen);
                    default -> {
                        // Syntax, or told elsewhere.
                    }
                }
            }
            invalidLabels(situation, file, seen);
        }
    }

    private static Sighting outside(Situation situation, SourceFile file, SyntaxTrouble trouble) {
        return file.body().arguments().stream()
                .filter(argument ->
                        argument.range().startOffset() == trouble.range().startOffset())
                .findFirst()
                .flatMap(argument -> Misplaced.see(situation, Misplaced.OUTSIDE, argument))
                .orElseGet(() -> Sighting.of("stray-text")
                        .at(trouble.range())
                        .fix(situation.code().surgery(file.name()).done(trouble.repair())));
    }

    private static void keyword(Situation situation, SourceFile file, SyntaxTrouble trouble, Consumer<Sighting> seen) {
        Block block = blockAt(file, trouble).orElse(null);
        String found = block == null ? trouble.subject() : block.type();
        Optional<String> wanted = Optional.ofNullable(SHORT_FORMS.get(found.toLowerCase(Locale.ROOT)))
                .or(() -> Nearest.to(found, LABELS.keySet()));
        Surgery surgery = situation.code().surgery(file.name());
        Optional<String> typed = typedAhead(found);
        if (block != null && typed.isPresent()) {
            String before = found.substring(0, found.length() - typed.get().length());
            seen.accept(Sighting.of("pasted-leftovers")
                    .at(trouble.range())
                    .with("found", '"' + before + "\" before " + typed.get())
                    .fix(surgery.done(surgery.replace(block.typeRange(), typed.get()))));
            return;
        }
        Sighting sighting =
                Sighting.of("block-keyword-typo").at(trouble.range()).with("found", found);
        if (block != null && isBlockOfResource(situation, found)) {
            // stream_mode_details { } outside the resource: the block before it was closed too early.
            seen.accept(Misplaced.see(situation, Misplaced.OUTSIDE, block).orElse(sighting));
        } else if (block != null && wanted.isPresent()) {
            seen.accept(sighting.with("wanted", wanted.get())
                    .fix(surgery.done(surgery.replace(block.typeRange(), wanted.get()))));
        } else if (!trouble.repair().isEmpty()) {
            seen.accept(sighting.fix(surgery.done(trouble.repair())));
        } else {
            seen.accept(sighting);
        }
    }

    /** A keyword with an editor's command before it, such as {@code iprovider}: typed into a file that was open in vi. */
    private static Optional<String> typedAhead(String found) {
        return LABELS.keySet().stream()
                .filter(word -> found.endsWith(word)
                        && found.substring(0, found.length() - word.length()).matches("[iaoIAO]{1,2}"))
                .findFirst();
    }

    private static boolean isBlockOfResource(Situation situation, String type) {
        return situation
                .catalogue()
                .shape(situation.wanted().type())
                .filter(shape -> shape.blocks().contains(type))
                .isPresent();
    }

    private static void labels(Situation situation, SourceFile file, SyntaxTrouble trouble, Consumer<Sighting> seen) {
        Block block = blockAt(file, trouble).orElse(null);
        if (block == null) {
            return;
        }
        int asked = LABELS.getOrDefault(block.type(), block.labels().size());
        boolean missing = block.labels().size() < asked;
        Surgery surgery = situation.code().surgery(file.name());
        List<SourceEdit> edits = new ArrayList<>();
        if (missing && block.type().equals("resource")) {
            edits.addAll(missingResourceLabel(situation, file, block, surgery));
        } else if (missing && asked == 1) {
            int at = block.typeRange().endOffset();
            edits.add(surgery.replace(file.text().range(at, at), " \"" + onlyLabel(situation, block.type()) + '"'));
        } else if (!missing) {
            int from = asked == 0
                    ? block.typeRange().endOffset()
                    : block.labels().get(asked - 1).range().endOffset();
            int to = block.labels().get(block.labels().size() - 1).range().endOffset();
            edits.add(surgery.replace(file.text().range(from, to), ""));
        }
        seen.accept(Sighting.of(missing ? "resource-label-missing" : "resource-label-extra")
                .at(trouble.range())
                .with("block", block.type())
                .with("wanted", asked == 1 ? "one label" : asked == 0 ? "no label" : "two labels")
                .with(
                        "found",
                        block.labels().size() == 1
                                ? "one"
                                : Integer.toString(block.labels().size()))
                .with("isResource", block.type().equals("resource"))
                .fix(surgery.done(edits.isEmpty() ? trouble.repair() : edits)));
    }

    /** The one label a block can have been meant to have; for a variable, the first that is asked for and not declared. */
    private static String onlyLabel(Situation situation, String type) {
        if (type.equals("provider")) {
            return "aws";
        }
        if (!type.equals("variable")) {
            return situation.wanted().label();
        }
        List<String> declared = situation.code().blocks("variable").stream()
                .map(b -> b.label(0))
                .toList();
        return situation.code().files().stream()
                .flatMap(f -> REFERENCE.matcher(f.text().text()).results())
                .map(found -> found.group(1))
                .filter(name -> !declared.contains(name))
                .findFirst()
                .orElse("unnamed");
    }

    private static List<SourceEdit> missingResourceLabel(
            Situation situation, SourceFile file, Block block, Surgery surgery) {
        String type = situation.wanted().type();
        SourceText text = file.text();
        if (block.labels().isEmpty()) {
            int at = block.typeRange().endOffset();
            return List.of(surgery.replace(
                    text.range(at, at),
                    " \"" + type + "\" \"" + situation.wanted().label() + "\""));
        }
        Label only = block.labels().get(0);
        boolean isType = only.text().contains("_") && only.text().startsWith(type.substring(0, type.indexOf('_') + 1));
        int before = only.range().startOffset();
        int after = only.range().endOffset();
        return List.of(
                isType
                        ? surgery.replace(
                                text.range(after, after),
                                " \"" + situation.wanted().label() + "\"")
                        : surgery.replace(text.range(before, before), "\"" + type + "\" "));
    }

    /** Labels that are no identifiers, which only Terraform's loader refuses. */
    private static void invalidLabels(Situation situation, SourceFile file, Consumer<Sighting> seen) {
        Set<String> taken = new HashSet<>();
        for (Block block : file.body().blocks()) {
            int last = LABELS.getOrDefault(block.type(), 0) - 1;
            if (last < 0 || block.labels().size() != last + 1 || block.type().equals("provider")) {
                continue;
            }
            Label label = block.labels().get(last);
            taken.add(label.text());
            if (label.text().isEmpty() || !label.text().matches("[\\p{L}_][\\p{L}\\p{N}_-]*")) {
                String fit = fit(label.text(), situation.wanted().label(), taken);
                Surgery surgery = situation.code().surgery(file.name());
                seen.accept(Sighting.of("resource-label-invalid")
                        .at(label.range())
                        .with("found", label.text())
                        .with("wanted", fit)
                        .fix(surgery.done(surgery.replace(label.range(), '"' + fit + '"'))));
            }
        }
    }

    private static String fit(String label, String otherwise, Set<String> taken) {
        String fit = label.strip().replaceAll("[^\\p{L}\\p{N}_-]", "_");
        if (fit.isEmpty()) {
            return otherwise;
        }
        String begun = Character.isLetter(fit.charAt(0)) || fit.charAt(0) == '_' ? fit : "_" + fit;
        return taken.contains(begun) ? begun + "_2" : begun;
    }

    private static void nested(Situation situation, SourceFile file, SyntaxTrouble trouble, Consumer<Sighting> seen) {
        Block inner = blockAt(file, trouble).orElse(null);
        Block outer = inner == null ? null : parent(file, inner).orElse(null);
        if (inner == null || outer == null) {
            return;
        }
        String id = inner.type().equals("provider") ? "nested-provider" : "nested-resource";
        Surgery surgery = situation.code().surgery(file.name());
        List<SourceEdit> edits = trouble.repair().isEmpty() ? moveOut(file, outer, inner, surgery) : trouble.repair();
        seen.accept(Sighting.of(id)
                .at(inner.range())
                .with("name", inner.type())
                .with("block", outer.type())
                .fix(surgery.done(edits)));
    }

    /** Takes a block out of another and puts it after it, moved to the left. */
    private static List<SourceEdit> moveOut(SourceFile file, Block outer, Block inner, Surgery surgery) {
        SourceText text = file.text();
        String indent = text.line(inner.range().startLine()).replaceFirst("\\S.*$", "");
        String code = text.slice(inner.range()).replace("\r\n", "\n").replace("\n" + indent, "\n");
        int end = outer.range().endOffset();
        return List.of(surgery.delete(inner), surgery.replace(text.range(end, end), "\n\n" + code));
    }

    private static Optional<Block> parent(SourceFile file, Block inner) {
        return file.allBlocks().stream()
                .filter(b -> b.body().items().contains(inner))
                .findFirst();
    }

    private static Optional<Block> blockAt(SourceFile file, SyntaxTrouble trouble) {
        return file.allBlocks().stream()
                .filter(b -> b.range().startLine() <= trouble.range().startLine()
                        && b.headerRange().endLine() >= trouble.range().startLine()
                        && b.headerRange().startOffset() <= trouble.range().endOffset())
                .reduce((outer, inner) -> inner);
    }
}
