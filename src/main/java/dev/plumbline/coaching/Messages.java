package dev.plumbline.coaching;

import dev.plumbline.grading.Diagnosis;
import dev.plumbline.lab.Nearest;
import dev.plumbline.terraform.Diagnostic;
import dev.plumbline.terraform.source.Argument;
import dev.plumbline.terraform.source.Block;
import dev.plumbline.terraform.source.BodyItem;
import dev.plumbline.terraform.source.SourceFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Terraform's own messages, by the patterns of the catalogue. For resource types whose schema the catalogue does not know,
 * the words and hints of the message stand in for it.
 */
final class Messages implements Recogniser {
    private static final Pattern UNSUPPORTED = Pattern.compile(
            "(?s)(?:An argument named|Blocks of type) \"(?<found>[^\"]+)\" (?:is|are) not expected here\\.?(?<rest>.*)");
    private static final Pattern MEANT = Pattern.compile("Did you mean \"([^\"]+)\"");

    @Override
    public void look(Situation situation, Consumer<Sighting> seen) {
        for (Diagnostic message : situation.errors()) {
            if (message.summary().startsWith("Unsupported ")) {
                unsupported(situation, message, seen);
                continue;
            }
            for (Mistake mistake : situation.catalogue().mistakes().values()) {
                Optional<Map<String, Object>> found = match(mistake, message);
                if (found.isPresent()) {
                    seen.accept(sighting(situation, mistake, message, found.get()));
                    break;
                }
            }
        }
    }

    private static Optional<Map<String, Object>> match(Mistake mistake, Diagnostic message) {
        for (Mistake.Says says : mistake.says()) {
            Optional<Map<String, Object>> found = says.match(message);
            if (found.isPresent()) {
                return found;
            }
        }
        return Optional.empty();
    }

    private static Sighting sighting(
            Situation situation, Mistake mistake, Diagnostic message, Map<String, Object> variables) {
        Sighting sighting = Sighting.of(mistake.id());
        for (Map.Entry<String, Object> each : variables.entrySet()) {
            sighting = sighting.with(each.getKey(), each.getValue());
        }
        Diagnostic.Range range = message.range();
        if (range == null || range.file().isEmpty()) {
            return sighting.with("address", situation.address());
        }
        sighting = sighting.at(range.file(), range.startLine(), range.startColumn())
                .with("address", situation.address())
                .with("block", kind(situation, range));
        return switch (mistake.id()) {
            case "missing-argument" -> missing(situation, range, sighting);
            case "variable-without-value" -> References.withoutValue(situation, sighting);
            case "condition-fails" -> Conditions.mend(situation, range, sighting);
            default -> sighting.fix(recipe(situation, mistake.recipe(), range));
        };
    }

    private static String kind(Situation situation, Diagnostic.Range range) {
        return block(situation, range)
                .map(b -> b.labels().isEmpty() ? b.type() : b.label(0))
                .orElse("");
    }

    private static Optional<Block> block(Situation situation, Diagnostic.Range range) {
        return situation.code().blockAt(range.file(), range.startLine(), b -> true);
    }

    private static List<Diagnosis.Edit> recipe(Situation situation, String recipe, Diagnostic.Range range) {
        Surgery surgery = situation.code().surgery(range.file());
        return recipe.equals("delete-argument")
                ? situation
                        .code()
                        .argumentAt(range.file(), range.startLine())
                        .map(a -> surgery.done(surgery.delete(a)))
                        .orElse(List.of())
                : List.of();
    }

    private static Sighting missing(Situation situation, Diagnostic.Range range, Sighting sighting) {
        String name = String.valueOf(sighting.variables().getOrDefault("name", ""));
        Optional<Block> block = block(situation, range);
        String wanted = block.map(b -> situation.wantedText(b, name)).orElse("");
        if (wanted.isEmpty() || block.isEmpty()) {
            return sighting;
        }
        Surgery surgery = situation.code().surgery(range.file());
        String line = name + " = " + Surgery.quoted(wanted);
        return sighting.with("wanted", Surgery.quoted(wanted)).fix(surgery.done(surgery.addFirst(block.get(), line)));
    }

    /** Arguments and blocks of types whose shape is not known here. */
    private static void unsupported(Situation situation, Diagnostic message, Consumer<Sighting> seen) {
        Matcher matcher = UNSUPPORTED.matcher(message.detail());
        Diagnostic.Range range = message.range();
        if (!matcher.matches() || range == null) {
            return;
        }
        Optional<Block> top = situation.code().file(range.file()).flatMap(f -> topBlock(f, range.startLine()));
        if (top.isEmpty() || isKnown(situation, top.get())) {
            return;
        }
        String found = matcher.group("found");
        String rest = matcher.group("rest");
        boolean isBlock = message.summary().contains("block");
        Surgery surgery = situation.code().surgery(range.file());
        Optional<Argument> argument = situation.code().argumentAt(range.file(), range.startLine());
        Optional<Block> block = situation.code().blockAt(range.file(), range.startLine(), b -> b.type()
                .equals(found));
        Sighting base = Sighting.of("argument-unknown")
                .at(range.file(), range.startLine(), range.startColumn())
                .with("found", found)
                .with("block", top.get().label(0));
        if (isBlock && block.isPresent() && rest.contains("define argument")) {
            seen.accept(AsBlock.attributeAsBlock(situation.code(), block.get()));
        } else if (!isBlock && argument.isPresent() && rest.contains("define a block")) {
            seen.accept(Sighting.of("block-as-attribute")
                    .at(argument.get().nameRange())
                    .with("name", found)
                    .fix(AsBlock.edit(situation.code(), argument.get(), false)));
        } else {
            String meant = meant(situation, found, rest, isBlock);
            if (!meant.isEmpty() && isBlock && block.isPresent()) {
                seen.accept(as(base, "block-typo", meant)
                        .fix(surgery.done(surgery.replace(block.get().typeRange(), meant))));
            } else if (!meant.isEmpty() && argument.isPresent()) {
                seen.accept(as(base, "argument-typo", meant)
                        .fix(surgery.done(surgery.replace(argument.get().nameRange(), meant))));
            } else if (elsewhere(situation, top.get(), isBlock ? block : argument, seen)) {
                return;
            } else if (isBlock && block.isPresent()) {
                seen.accept(base.fix(surgery.done(surgery.delete(block.get()))));
            } else {
                seen.accept(base.fix(
                        argument.map(a -> surgery.done(surgery.delete(a))).orElse(List.of())));
            }
        }
    }

    private static boolean elsewhere(
            Situation situation, Block top, Optional<? extends BodyItem> item, Consumer<Sighting> seen) {
        String holder = top.labels().isEmpty() ? "the " + top.type() + " block" : top.label(0);
        Optional<Sighting> sighting = item.flatMap(i -> Misplaced.see(situation, "in " + holder, i));
        sighting.ifPresent(seen);
        return sighting.isPresent();
    }

    private static Sighting as(Sighting sighting, String mistake, String meant) {
        return new Sighting(mistake, sighting.place(), sighting.variables(), List.of(), false).with("wanted", meant);
    }

    /** What Terraform suggests, or the nearest of what the lab asks for. */
    private static String meant(Situation situation, String found, String rest, boolean isBlock) {
        Matcher matcher = MEANT.matcher(rest);
        if (matcher.find()) {
            return matcher.group(1);
        }
        List<String> names = new ArrayList<>();
        if (!isBlock) {
            names.add(situation.wanted().identity());
        }
        situation.wanted().attributes().keySet().forEach(path -> {
            boolean nested = path.indexOf('.') > 0;
            if (nested == isBlock) {
                names.add(path.replaceFirst("\\..*", ""));
            }
        });
        return Nearest.to(found, names).orElse("");
    }

    private static boolean isKnown(Situation situation, Block top) {
        return top.type().equals("provider")
                ? top.label(0).equals("aws")
                : situation.catalogue().shape(top.label(0)).isPresent()
                        || !top.type().equals("resource");
    }

    private static Optional<Block> topBlock(SourceFile file, int line) {
        return file.body().blocks().stream()
                .filter(b -> b.range().startLine() <= line && line <= b.range().endLine())
                .findFirst();
    }
}
