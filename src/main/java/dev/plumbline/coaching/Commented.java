package dev.plumbline.coaching;

import dev.plumbline.grading.Diagnosis;
import dev.plumbline.terraform.source.Comment;
import dev.plumbline.terraform.source.SourceEdit;
import dev.plumbline.terraform.source.SourceFile;
import dev.plumbline.terraform.source.SourceText;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the resource block in a comment, and takes the comment signs off it. */
final class Commented {
    private static final Pattern LINE_SIGN = Pattern.compile("^\\s*(#|//) ?");

    private Commented() {}

    /** Reports a commented-out resource of the wanted type; false if there is none. */
    static boolean report(Situation situation, Consumer<Sighting> seen) {
        Pattern header = Pattern.compile(
                "resource\\s+\"?" + Pattern.quote(situation.wanted().type()) + "\"?\\s");
        for (SourceFile file : situation.code().files()) {
            for (int i = 0; i < file.comments().size(); i++) {
                Comment comment = file.comments().get(i);
                Matcher found = header.matcher(comment.text());
                if (!found.find()) {
                    continue;
                }
                List<SourceEdit> edits = comment.text().startsWith("/*") ? block(file.text(), comment) : lines(file, i);
                List<Diagnosis.Edit> done =
                        situation.code().surgery(file.name()).done(edits);
                seen.accept(Sighting.of("resource-commented-out")
                        .at(
                                file.name(),
                                comment.range().startLine(),
                                comment.range().startColumn())
                        .fix(done));
                return true;
            }
        }
        return false;
    }

    private static List<SourceEdit> block(SourceText text, Comment comment) {
        int start = comment.range().startOffset();
        int end = comment.range().endOffset();
        String all = text.text();
        int afterOpen = start + 2;
        // The first line of the comment may hold words of its own: they stay a comment.
        int lineEnd = text.lineEnd(comment.range().startLine());
        String firstLine = all.substring(afterOpen, Math.min(lineEnd, end - 2)).strip();
        boolean words = !firstLine.isEmpty() && !firstLine.startsWith("resource") && !firstLine.startsWith("provider");
        List<SourceEdit> edits = new ArrayList<>();
        edits.add(words ? new SourceEdit(text.range(start, afterOpen), "#") : deletion(text, start, afterOpen));
        edits.add(deletion(text, end - 2, end));
        return edits;
    }

    /** Deletes a sign, with its line if nothing else is on it. */
    private static SourceEdit deletion(SourceText text, int start, int end) {
        int line = text.lineOf(start);
        String rest = text.text().substring(text.lineStart(line), start)
                + text.text().substring(end, Math.max(end, text.lineEnd(line)));
        boolean alone = rest.isBlank() && line < text.lineCount();
        return alone
                ? new SourceEdit(text.range(text.lineStart(line), text.lineStart(line + 1)), "")
                : new SourceEdit(text.range(start, end), "");
    }

    /** The run of one-line comments from the header to the brace that closes it. */
    private static List<SourceEdit> lines(SourceFile file, int first) {
        SourceText text = file.text();
        List<SourceEdit> edits = new ArrayList<>();
        int depth = 0;
        int expected = file.comments().get(first).range().startLine();
        for (int i = first; i < file.comments().size(); i++) {
            Comment comment = file.comments().get(i);
            int line = comment.range().startLine();
            if (line != expected) {
                break;
            }
            String body = comment.text().replaceFirst(LINE_SIGN.pattern(), "");
            int signEnd = comment.range().startOffset() + comment.text().length() - body.length();
            edits.add(new SourceEdit(text.range(comment.range().startOffset(), signEnd), ""));
            depth += count(body, '{') - count(body, '}');
            expected = line + 1;
            if (depth <= 0 && i > first) {
                break;
            }
            while (expected <= text.lineCount() && text.line(expected).isBlank()) {
                expected++;
            }
        }
        return edits;
    }

    private static int count(String text, char sign) {
        return (int) text.chars().filter(c -> c == sign).count();
    }
}
