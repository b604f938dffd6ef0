package dev.plumbline.coaching;

import dev.plumbline.grading.Diagnosis;
import dev.plumbline.terraform.source.Block;
import dev.plumbline.terraform.source.SourceEdit;
import dev.plumbline.terraform.source.SourceRange;
import dev.plumbline.terraform.source.Value;
import dev.plumbline.workspace.WorkspaceSnapshot;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** The subject's name: missing, or not the one that is asked for. */
final class Names implements Recogniser {
    @Override
    public void look(Situation situation, Consumer<Sighting> seen) {
        Wanted wanted = situation.wanted();
        List<Block> subjects = situation.subjects();
        boolean right = subjects.stream().anyMatch(b -> wanted.name()
                .equals(situation.meaning().text(b, wanted.identity()).orElse(null)));
        overridden(situation, seen);
        if (right) {
            return;
        }
        for (Block block : subjects) {
            Optional<Value> found = situation.meaning().find(block, wanted.identity());
            if (found.isEmpty() || found.get().isNull()) {
                missing(situation, block, found.orElse(null), seen);
                return;
            }
        }
        for (Block block : subjects) {
            Optional<Value> found = situation.meaning().find(block, wanted.identity());
            String name = found.flatMap(Value::text).orElse(null);
            if (found.isPresent() && name != null) {
                wrong(situation, found.get(), name, seen);
                return;
            }
        }
    }

    private static void missing(
            Situation situation,
            Block block,
            @org.jspecify.annotations.Nullable Value nothing,
            Consumer<Sighting> seen) {
        Wanted wanted = situation.wanted();
        Surgery surgery = situation.code().surgery(block.range());
        String name = Surgery.quoted(wanted.name());
        List<SourceEdit> edits = new ArrayList<>();
        boolean more = false;
        if (nothing != null) {
            edits.add(surgery.replace(nothing.via().get(0), name));
        } else if (block.body().items().isEmpty()) {
            more = !wanted.attributes().isEmpty();
            edits.add(surgery.addFirst(block, situation.blueprint().body(true)));
        } else {
            edits.add(surgery.addFirst(block, wanted.identity() + " = " + name));
        }
        seen.accept(Sighting.of("missing-name")
                .at(block.range())
                .with("name", wanted.identity())
                .with("wanted", wanted.name())
                .with("more", more)
                .fix(surgery.done(edits)));
    }

    private static void wrong(Situation situation, Value value, String name, Consumer<Sighting> seen) {
        String wanted = situation.wanted().name();
        SourceRange at = ValueFix.place(situation, value);
        List<Diagnosis.Edit> fix = ValueFix.set(situation, value, wanted);
        if (WorkspaceSnapshot.isValues(at.file())) {
            seen.accept(Sighting.of("tfvars-overrides")
                    .at(at)
                    .with("name", lastName(situation, at))
                    .with("found", name)
                    .with("wanted", wanted)
                    .fix(fix));
            return;
        }
        seen.accept(Sighting.of("wrong-name")
                .at(at)
                .with("found", name)
                .with("other", difference(situation, value, name, wanted))
                .with(
                        "live",
                        Live.find(situation, name, situation.wanted().region()).isPresent())
                .with("renames", renamed(situation, name))
                .fix(fix));
    }

    /** What the one that Terraform has is called, where an apply of the new name would delete it; else empty. */
    private static String renamed(Situation situation, String name) {
        boolean replaces = Set.of("aws_kinesis_stream", "aws_sqs_queue")
                        .contains(situation.wanted().type())
                || situation.plan().stream().flatMap(p -> p.changes().stream()).anyMatch(c -> c.actions()
                        .contains("delete"));
        return situation.state().managed(situation.wanted().type()).stream()
                .map(r -> r.text(situation.wanted().identity()))
                .filter(had -> replaces && !had.isEmpty() && !had.equals(name))
                .filter(had -> situation.subjects().size() == 1)
                .findFirst()
                .orElse("");
    }

    private static String lastName(Situation situation, SourceRange at) {
        return situation
                .code()
                .argumentAt(at.file(), at.startLine())
                .map(a -> a.name())
                .orElse("the variable");
    }

    /** An override file sets the identity, or anything the lab asks for, otherwise. */
    private static void overridden(Situation situation, Consumer<Sighting> seen) {
        situation.code().files().stream().filter(f -> Code.isOverride(f.name())).forEach(file -> {
            Sighting sighting =
                    Sighting.of("override-file").at(file.name(), 1, 1).with("file", file.name());
            for (Block block : file.body().blocks("resource")) {
                var argument = block.body().argument(situation.wanted().identity());
                if (argument.isPresent()) {
                    sighting = sighting.at(argument.get().range())
                            .with("name", argument.get().name())
                            .with(
                                    "found",
                                    situation
                                            .meaning()
                                            .value(argument.get().value())
                                            .text()
                                            .orElse(""));
                }
            }
            seen.accept(sighting);
        });
    }

    private static String difference(Situation situation, Value value, String name, String wanted) {
        boolean heredoc = value.via().stream()
                .anyMatch(range -> situation.code().written(range).startsWith("<<"));
        return heredoc && name.strip().equals(wanted)
                ? "a heredoc (<<) ends its text with a line break, which becomes part of the name"
                : difference(name, wanted);
    }

    /** What distinguishes two names that look alike, in words; empty where they plainly differ. */
    static String difference(String found, String wanted) {
        if (found.isEmpty()) {
            return "";
        }
        if (found.matches(".*[<>{}\\[\\]].*") || found.toUpperCase(Locale.ROOT).contains("TODO")) {
            return "a placeholder is still in its place";
        }
        if (found.chars().anyMatch(c -> c < 0x20)) {
            return "there is a line break or another control character in it";
        }
        if (!found.strip().equals(found) && found.strip().equals(wanted)) {
            return "there is a space inside the quotes";
        }
        for (int i = 0; i < found.length(); i += Character.charCount(found.codePointAt(i))) {
            int c = found.codePointAt(i);
            if (c > 0x7F) {
                String name = Character.getName(c);
                return "one character is "
                        + (name == null ? "an unusual one" : name.toLowerCase(Locale.ROOT))
                        + ", which only looks familiar";
            }
        }
        if (found.equalsIgnoreCase(wanted)) {
            return "capitals count";
        }
        if (found.replace('_', '-').replace(' ', '-').equals(wanted)) {
            return found.indexOf('_') >= 0 ? "a dash, not an underscore" : "a dash, not a space";
        }
        return oneSlip(found, wanted);
    }

    private static String oneSlip(String found, String wanted) {
        if (found.length() + 1 == wanted.length()) {
            for (int i = 0; i < wanted.length(); i++) {
                if ((wanted.substring(0, i) + wanted.substring(i + 1)).equals(found)) {
                    return "the letter " + wanted.charAt(i) + " is missing";
                }
            }
        }
        if (found.startsWith(wanted)) {
            return "there is more behind it";
        }
        return "";
    }
}
