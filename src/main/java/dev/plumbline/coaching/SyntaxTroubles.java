package dev.plumbline.coaching;

import dev.plumbline.grading.Diagnosis;
import dev.plumbline.terraform.source.Block;
import dev.plumbline.terraform.source.Severity;
import dev.plumbline.terraform.source.SourceEdit;
import dev.plumbline.terraform.source.SourceFile;
import dev.plumbline.terraform.source.SourceText;
import dev.plumbline.terraform.source.SyntaxTrouble;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/** What the reader of the source finds wrong in the text itself; the catalogue says which mistake each kind is. */
final class SyntaxTroubles implements Recogniser {
    /** Kinds that the recogniser of block headers tells more about. */
    private static final Set<String> ELSEWHERE = Set.of("DUPLICATE_BLOCK", "LOOKALIKE_CHARACTER", "HIDDEN_CHARACTER");

    /** Troubles of the whole text: beside them nothing else can be told for certain. */
    private static final Set<String> WHOLE = Set.of("syntax-not-utf8", "wrong-language");

    @Override
    public void look(Situation situation, Consumer<Sighting> seen) {
        Map<String, Mistake> byKind = new LinkedHashMap<>();
        situation.catalogue().mistakes().values().forEach(mistake -> mistake.troubles()
                .forEach(kind -> byKind.put(kind, mistake)));
        for (SourceFile file : situation.code().files()) {
            if (!Situation.isBroken(file)) {
                continue;
            }
            Optional<Sighting> special = WholeFile.see(situation, file).or(() -> HeaderLines.see(situation, file));
            if (special.isPresent()) {
                seen.accept(special.get());
                continue;
            }
            Map<String, List<SyntaxTrouble>> found = new LinkedHashMap<>();
            for (SyntaxTrouble trouble : file.troubles()) {
                Mistake mistake = byKind.get(trouble.kind().name());
                if (mistake != null
                        && trouble.severity() == Severity.BREAKS
                        && !ELSEWHERE.contains(trouble.kind().name())) {
                    found.computeIfAbsent(mistake.id(), id -> new ArrayList<>()).add(trouble);
                }
            }
            boolean whole = found.keySet().stream().anyMatch(WHOLE::contains);
            found.forEach((id, troubles) -> {
                if (!whole || WHOLE.contains(id)) {
                    seen.accept(sighting(situation, file, id, troubles));
                }
            });
        }
    }

    private static Sighting sighting(Situation situation, SourceFile file, String id, List<SyntaxTrouble> troubles) {
        SyntaxTrouble first = troubles.get(0);
        Sighting sighting = Sighting.of(id)
                .at(first.range())
                .with("several", troubles.size() > 1 ? Integer.toString(troubles.size()) : "")
                .with("name", name(file, first))
                .with("found", found(file, id, first))
                .with("file", file.name());
        if (!first.related().isEmpty()) {
            sighting = sighting.with(
                    "other", Integer.toString(first.related().get(0).startLine()));
        }
        return sighting.fix(mend(situation, file, id, troubles));
    }

    private static String name(SourceFile file, SyntaxTrouble trouble) {
        return switch (trouble.kind()) {
            case UNCLOSED_BLOCK -> header(file, trouble);
            case DUPLICATE_ARGUMENT, EQUALS_BEFORE_BLOCK -> trouble.subject();
            default -> "";
        };
    }

    private static String header(SourceFile file, SyntaxTrouble trouble) {
        return file.allBlocks().stream()
                .filter(b -> b.range().startOffset() == trouble.range().startOffset())
                .map(Block::type)
                .findFirst()
                .orElse("");
    }

    private static String found(SourceFile file, String id, SyntaxTrouble trouble) {
        return switch (id) {
            case "syntax-invisible-characters" -> trouble.subject();
            case "syntax-not-utf8" -> encoding(file.text());
            case "wrong-language" -> trouble.kind().name().endsWith("YAML") ? "YAML" : "JSON";
            case "pasted-leftovers" ->
                switch (trouble.kind()) {
                    case MARKDOWN_FENCE -> "a ``` line";
                    case CONFLICT_MARKER -> "a marker of a version control conflict";
                    default -> quote(file, trouble);
                };
            default -> "";
        };
    }

    private static String quote(SourceFile file, SyntaxTrouble trouble) {
        String line = file.text().line(trouble.range().startLine()).strip();
        return "\"" + (line.length() > 40 ? line.substring(0, 40) + "…" : line) + "\"";
    }

    private static String encoding(SourceText text) {
        return text.encoding().isUtf8() ? "bytes that are not UTF-8" : "UTF-16";
    }

    private static List<Diagnosis.Edit> mend(
            Situation situation, SourceFile file, String id, List<SyntaxTrouble> troubles) {
        Surgery surgery = situation.code().surgery(file.name());
        if (id.equals("wrong-language") && file.name().equals(situation.wanted().codeFile())) {
            SourceText text = file.text();
            String all = situation.blueprint().file(situation.wanted().label());
            return surgery.done(new SourceEdit(text.range(0, text.text().length()), all));
        }
        if (id.equals("syntax-not-utf8") && !file.text().encoding().isUtf8()) {
            SourceText text = file.text();
            return surgery.done(new SourceEdit(text.range(0, text.text().length()), text.text()));
        }
        if (id.equals("argument-twice")) {
            return Twice.keepRight(situation, file, troubles);
        }
        List<SourceEdit> edits = new ArrayList<>();
        if (id.equals("stray-text")
                && troubles.stream().allMatch(t -> t.repair().isEmpty())) {
            troubles.forEach(t -> edits.add(asComment(file.text(), t.range().startLine())));
        }
        for (SyntaxTrouble trouble : troubles) {
            if (edits.stream().noneMatch(e -> trouble.repair().stream().anyMatch(r -> overlaps(e, r)))) {
                edits.addAll(trouble.repair());
            }
        }
        return surgery.done(edits);
    }

    private static SourceEdit asComment(SourceText text, int line) {
        String written = text.line(line);
        int start =
                text.lineStart(line) + written.length() - written.stripLeading().length();
        return new SourceEdit(text.range(start, start), "# ");
    }

    private static boolean overlaps(SourceEdit one, SourceEdit other) {
        int start = Math.max(one.range().startOffset(), other.range().startOffset());
        int end = Math.min(one.range().endOffset(), other.range().endOffset());
        return start < end;
    }
}
