package dev.plumbline.terraform.source;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Lines that are no Terraform: what was copied along with it (Markdown fences, shell prompts and commands, merge
 * markers) and notes without a comment sign. Looked for only where the file cannot be read, so that texts in heredocs
 * are never taken for it.
 */
final class ForeignLines {

    private static final Pattern FENCE = Pattern.compile("(```|~~~)[\\w -]*");
    private static final Pattern CONFLICT = Pattern.compile("(<{7}|={7}|>{7}|\\|{7})(\\s.*)?");
    private static final String COMMANDS =
            "(cat|tee|echo|vi|vim|nano|terraform|aws|ls|cd|mkdir|touch|rm|cp|sudo|exit|clear|history)";
    private static final Pattern SHELL = Pattern.compile(
            "(?:\\S+@\\S+[^\"={}]*|\\S*[~/][^\"={}]*|PS [A-Z]:\\S*|\\[[^\\]\"=]*\\])?\\s*[$%>#]\\s*" + "(?:" + COMMANDS
                    + "\\b.*)?|" + COMMANDS + "\\s[^={}]*|cat\\s*>.*|:(wq?|q|x)!?|~|E[ON][FTDL]\\w{0,2}|--More--.*");
    private static final Pattern NOTE = Pattern.compile(
            "(?:[-*•]\\s+|\\d+[.)]\\s+|--\\s*|;\\s*|<!--\\s*)?\\p{L}[\\p{L}\\p{N}'’`_/,.()&-]*(?:\\s+[\\p{L}\\p{N}'’`_/,.:()&!?-]+)+");

    private ForeignLines() {}

    /** One trouble for each such line that is not masked yet. */
    static List<SyntaxTrouble> find(SourceFile file, BitSet masked) {
        Set<Integer> lines = new TreeSet<>();
        for (SyntaxTrouble trouble : file.troubles()) {
            if (trouble.severity() == Severity.BREAKS) {
                lines.add(trouble.range().startLine());
            }
        }
        List<SyntaxTrouble> found = new ArrayList<>();
        for (int line : lines) {
            TroubleKind kind =
                    masked.get(line) ? null : kind(file.text().line(line).strip());
            if (kind != null) {
                found.add(trouble(file.text(), line, kind));
            }
        }
        return found;
    }

    private static @Nullable TroubleKind kind(String line) {
        if (line.isEmpty() || line.length() > 300) {
            return null;
        }
        if (FENCE.matcher(line).matches()) {
            return TroubleKind.MARKDOWN_FENCE;
        }
        if (CONFLICT.matcher(line).matches()) {
            return TroubleKind.CONFLICT_MARKER;
        }
        if (SHELL.matcher(line).matches()) {
            return TroubleKind.SHELL_LEFTOVER;
        }
        boolean header = Keywords.isTopLevelInAnyCase(line.split("\\s", 2)[0]);
        return !header && NOTE.matcher(line).matches() ? TroubleKind.STRAY_TEXT : null;
    }

    private static SyntaxTrouble trouble(SourceText text, int line, TroubleKind kind) {
        SourceRange whole =
                text.range(text.lineStart(line) + text.indentOf(line).length(), text.lineEnd(line));
        SourceRange start = text.range(whole.startOffset(), whole.startOffset());
        List<SourceEdit> repair =
                switch (kind) {
                    case STRAY_TEXT -> List.of(new SourceEdit(start, "# "));
                    // Which side to keep is not ours to say.
                    case CONFLICT_MARKER -> List.of();
                    default -> List.of(SourceEdit.delete(text.wholeLine(line)));
                };
        return new SyntaxTrouble(kind, whole, text.slice(whole), List.of(), repair);
    }
}
