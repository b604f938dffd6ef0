package dev.plumbline.coaching;

import dev.plumbline.terraform.source.SourceEdit;
import dev.plumbline.terraform.source.SourceFile;
import dev.plumbline.terraform.source.SourceText;
import dev.plumbline.terraform.source.SyntaxTrouble;
import dev.plumbline.terraform.source.TroubleKind;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Troubles that mean more to one who knows the provider's blocks: a block's name alone on a line is a header without its
 * brace, and a text in quotes with an open expression lacks the brace, not a quote.
 */
final class HeaderLines {
    private static final Pattern OPEN_EXPRESSION = Pattern.compile("\"[^\"]*\\$\\{[^}\"]*(\")\\s*(#.*)?$");

    private HeaderLines() {}

    /** What the troubles of a file really are, if it is one of these. */
    static Optional<Sighting> see(Situation situation, SourceFile file) {
        for (SyntaxTrouble trouble : file.troubles()) {
            Optional<Sighting> seen = trouble.kind() == TroubleKind.STRAY_TEXT
                    ? header(situation, file, trouble)
                    : openExpression(situation, file, trouble);
            if (seen.isPresent()) {
                return seen;
            }
        }
        return Optional.empty();
    }

    private static Optional<Sighting> header(Situation situation, SourceFile file, SyntaxTrouble trouble) {
        SourceText text = file.text();
        int line = trouble.range().startLine();
        String word = text.line(line).strip();
        if (!blockNames(situation).contains(word)) {
            return Optional.empty();
        }
        int next = line + 1;
        while (next < text.lineCount() && text.line(next).isBlank()) {
            next++;
        }
        Surgery surgery = situation.code().surgery(file.name());
        int end = text.lineStart(line) + text.line(line).stripTrailing().length();
        boolean below = next <= text.lineCount() && text.line(next).strip().startsWith("{");
        int brace = below ? text.lineStart(next) + text.line(next).indexOf('{') : end;
        SourceEdit edit = new SourceEdit(text.range(end, brace), below ? " " : " {");
        return Optional.of(Sighting.of(below ? "syntax-brace-next-line" : "syntax-missing-open-brace")
                .at(trouble.range())
                .fix(surgery.done(edit)));
    }

    private static Set<String> blockNames(Situation situation) {
        Set<String> names = new LinkedHashSet<>(List.of("lifecycle", "locals", "terraform", "required_providers"));
        situation.catalogue().shapes().values().forEach(shape -> names.addAll(shape.blocks()));
        return names;
    }

    private static Optional<Sighting> openExpression(Situation situation, SourceFile file, SyntaxTrouble trouble) {
        SourceText text = file.text();
        int line = trouble.range().startLine();
        Matcher matcher = OPEN_EXPRESSION.matcher(text.line(line));
        if (!matcher.find()) {
            return Optional.empty();
        }
        int quote = text.lineStart(line) + matcher.start(1);
        Surgery surgery = situation.code().surgery(file.name());
        return Optional.of(Sighting.of("syntax-template")
                .at(text.range(quote, quote + 1))
                .fix(surgery.done(new SourceEdit(text.range(quote, quote), "}"))));
    }
}
