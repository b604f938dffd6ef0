package dev.plumbline.coaching;

import dev.plumbline.grading.Diagnosis;
import dev.plumbline.terraform.source.Argument;
import dev.plumbline.terraform.source.Block;
import dev.plumbline.terraform.source.BodyItem;
import dev.plumbline.terraform.source.LineEnding;
import dev.plumbline.terraform.source.SourceEdit;
import dev.plumbline.terraform.source.SourceRange;
import dev.plumbline.terraform.source.SourceText;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Small edits of one file that keep the learner's indentation, comments and line endings. */
final class Surgery {
    private static final String STEP = "  ";

    private final SourceText text;

    Surgery(SourceText text) {
        this.text = text;
    }

    /** The edits in the form of a diagnosis. */
    List<Diagnosis.Edit> done(SourceEdit... edits) {
        return done(List.of(edits));
    }

    /** The edits in the form of a diagnosis, in the order of their places. */
    List<Diagnosis.Edit> done(List<SourceEdit> edits) {
        List<Diagnosis.Edit> done = new ArrayList<>();
        int reached = 0;
        for (SourceEdit edit :
                edits.stream().distinct().sorted(Surgery::byPlace).toList()) {
            SourceRange range = edit.range();
            if (range.startOffset() < reached) {
                continue; // inside an edit that is made already
            }
            reached = range.endOffset();
            String newText = edit.newText().replace("\r\n", "\n");
            if (text.lineEnding() == LineEnding.CRLF) {
                newText = newText.replace("\n", "\r\n");
            }
            done.add(new Diagnosis.Edit(
                    range.file(), range.startLine(), range.startColumn(), range.endLine(), range.endColumn(), newText));
        }
        return done;
    }

    private static int byPlace(SourceEdit one, SourceEdit other) {
        return one.range().compareTo(other.range());
    }

    SourceEdit replace(SourceRange range, String newText) {
        return new SourceEdit(range, newText);
    }

    /** Takes an argument or block out, with its lines where it has them for itself, and a blank line too many. */
    SourceEdit delete(BodyItem item) {
        return new SourceEdit(wholeLines(item.range()), "");
    }

    /** Replaces an argument or block by other lines, keeping its indentation. */
    SourceEdit replaceItem(BodyItem item, String code) {
        String indent = indent(item.range().startLine());
        String lines = stepped(code, indent.contains("\t") ? "\t" : STEP);
        return new SourceEdit(item.range(), lines.replace("\n", "\n" + indent).replace("\n" + indent + "\n", "\n\n"));
    }

    /** Puts an argument into a nested block of its own, under its right name; a comment behind it goes with it. */
    List<SourceEdit> wrap(Block block, Argument argument, String type, String name, String value) {
        String written = text.slice(argument.range());
        if (isOneLine(block)
                || argument.fromJson()
                || !indent(argument.range().startLine()).equals(before(argument))) {
            return List.of(replaceItem(argument, type + " {\n  " + name + " = " + value + "\n}"));
        }
        String indent = indent(argument.range().startLine());
        String step = indent.contains("\t") ? "\t" : STEP;
        SourceEdit opening = new SourceEdit(
                text.range(argument.range().startOffset(), argument.range().startOffset()),
                type + " {\n" + indent + step);
        List<SourceEdit> edits = new ArrayList<>();
        boolean same = written.endsWith(value) && argument.name().equals(name);
        edits.add(same ? opening : replace(argument.range(), opening.newText() + name + " = " + value));
        edits.add(afterItem(argument, "\n" + indent + "}"));
        return edits;
    }

    private String before(Argument argument) {
        return text.text()
                .substring(
                        text.lineStart(argument.range().startLine()),
                        argument.range().startOffset());
    }

    /** Adds an argument as the first thing of a block. */
    SourceEdit addFirst(Block block, String line) {
        return add(block, line, true);
    }

    /** Replaces by code of several lines, which is indented as the line is in which it begins. */
    SourceEdit replaceIndented(SourceRange range, String code) {
        String step = text.text().contains("\n\t") ? "\t" : STEP;
        return replace(range, stepped(code, step).replace("\n", "\n" + indent(range.startLine())));
    }

    /** Adds an argument after the last argument of a block, before its nested blocks. */
    SourceEdit addArgument(Block block, String line) {
        List<Argument> arguments = block.body().arguments();
        Argument last = arguments.isEmpty() ? null : arguments.get(arguments.size() - 1);
        if (last == null || isOneLine(block)) {
            return add(block, line, true);
        }
        return afterItem(last, "\n" + indent(last.range().startLine()) + line);
    }

    /** Adds a nested block (or lines) at the end of a block, set off by a blank line. */
    SourceEdit addLast(Block block, String lines) {
        return add(block, lines, false);
    }

    /** Adds top-level code at the end of the file, set off by a blank line. */
    SourceEdit append(String code) {
        String all = text.text();
        int end = all.length();
        String before = all.isBlank()
                ? ""
                : all.endsWith("\n\n") || all.endsWith("\n\r\n") ? "" : all.endsWith("\n") ? "\n" : "\n\n";
        return all.isBlank()
                ? new SourceEdit(text.range(0, end), code)
                : new SourceEdit(text.range(end, end), before + code);
    }

    /** Puts top-level code before everything else. */
    SourceEdit prepend(String code) {
        return new SourceEdit(text.range(0, 0), code + (text.text().isBlank() ? "" : "\n"));
    }

    /** The text in quotes, as an expression. */
    static String quoted(String value) {
        return '"'
                + value.replace("\\", "\\\\")
                        .replace("\"", "\\\"")
                        .replace("${", "$${")
                        .replace("%{", "%%{")
                + '"';
    }

    private SourceEdit afterItem(BodyItem item, String newText) {
        int line = item.range().endLine();
        int at = text.lineEnd(line);
        // Behind a comment on the same line, but not behind other code.
        String rest = text.text().substring(item.range().endOffset(), at).strip();
        int offset = rest.isEmpty() || rest.startsWith("#") || rest.startsWith("//")
                ? at
                : item.range().endOffset();
        return new SourceEdit(text.range(offset, offset), newText);
    }

    private SourceEdit add(Block block, String code, boolean first) {
        SourceRange open = block.openBrace();
        SourceRange close = block.closeBrace();
        String base = indent(block.range().startLine());
        String step = step(block);
        String inner = base + step;
        String lines = stepped(code, step);
        String shifted = inner + lines.replace("\n", "\n" + inner).replace(inner + "\n", "\n");
        if (open == null) {
            int end = block.headerRange().endOffset();
            return new SourceEdit(text.range(end, end), " {\n" + shifted + "\n" + base + "}");
        }
        if (close == null || isOneLine(block)) {
            return spread(block, open, close, base, inner, shifted, first);
        }
        List<BodyItem> items = block.body().items();
        if (first || items.isEmpty()) {
            int at = text.lineEnd(open.startLine());
            String after = items.isEmpty() || lines.indexOf('\n') < 0 ? "" : "\n";
            return new SourceEdit(text.range(at, at), "\n" + shifted + after);
        }
        BodyItem last = items.get(items.size() - 1);
        String gap = lines.indexOf('\n') >= 0 || last instanceof Block ? "\n\n" : "\n";
        int closeLine = text.lineStart(close.startLine());
        if (text.text().substring(closeLine, close.startOffset()).isBlank()) {
            // After the last line that is not blank: comments behind the last item stay where they are.
            int line = close.startLine() - 1;
            while (line > last.range().endLine() && text.line(line).isBlank()) {
                line--;
            }
            int at = text.lineEnd(line);
            return new SourceEdit(text.range(at, at), gap + shifted);
        }
        int to = close.startOffset();
        String behind = text.text().substring(last.range().endOffset(), to);
        int from = last.range().endOffset() + behind.stripTrailing().length(); // comments stay where they are
        return new SourceEdit(text.range(from, to), gap + shifted + "\n" + base);
    }

    /** A block on one line: what it holds gets a line of its own. */
    private SourceEdit spread(
            Block block,
            SourceRange open,
            @Nullable SourceRange close,
            String base,
            String inner,
            String shifted,
            boolean first) {
        int from = open.endOffset();
        int to = close == null ? Math.max(from, block.range().endOffset()) : close.startOffset();
        String held = text.text().substring(from, Math.max(from, to)).strip();
        String both = held.isEmpty() ? shifted : first ? shifted + "\n" + inner + held : inner + held + "\n" + shifted;
        return new SourceEdit(
                text.range(from, Math.max(from, to)), "\n" + both + "\n" + base + (close == null ? "}" : ""));
    }

    /** Code laid out in steps of two blanks, in the learner's steps. */
    private static String stepped(String lines, String step) {
        if (step.equals(STEP)) {
            return lines;
        }
        StringBuilder out = new StringBuilder();
        for (String line : lines.split("\n", -1)) {
            int depth = 0;
            while (line.startsWith(STEP, depth * STEP.length())) {
                depth++;
            }
            out.append(out.isEmpty() ? "" : "\n")
                    .append(step.repeat(depth))
                    .append(line.substring(depth * STEP.length()));
        }
        return out.toString();
    }

    private static boolean isOneLine(Block block) {
        SourceRange open = block.openBrace();
        SourceRange close = block.closeBrace();
        return open != null && close != null && open.startLine() == close.startLine();
    }

    /** By how much the learner indents. */
    private String step(Block block) {
        String base = indent(block.range().startLine());
        for (BodyItem item : block.body().items()) {
            if (item.range().startLine() > block.range().startLine()) {
                String indent = indent(item.range().startLine());
                return indent.startsWith(base) && indent.length() > base.length()
                        ? indent.substring(base.length())
                        : STEP;
            }
        }
        return text.text().contains("\n\t") ? "\t" : STEP;
    }

    private String indent(int line) {
        String all = text.line(line);
        int end = 0;
        while (end < all.length() && (all.charAt(end) == ' ' || all.charAt(end) == '\t')) {
            end++;
        }
        return all.substring(0, end);
    }

    private SourceRange wholeLines(SourceRange range) {
        int firstLine = range.startLine();
        int lastLine = range.endLine();
        String before = text.text().substring(text.lineStart(firstLine), range.startOffset());
        String after =
                text.text().substring(range.endOffset(), text.lineEnd(lastLine)).strip();
        boolean alone = before.isBlank() && (after.isEmpty() || after.startsWith("#") || after.startsWith("//"));
        if (!alone) {
            int end = range.endOffset();
            while (end < text.text().length() && text.text().charAt(end) == ' ') {
                end++;
            }
            return text.range(range.startOffset(), end);
        }
        boolean blankBefore = firstLine > 1 && text.line(firstLine - 1).isBlank();
        boolean endAfter = lastLine >= text.lineCount()
                || text.line(lastLine + 1).isBlank()
                || text.line(lastLine + 1).strip().startsWith("}");
        int start = blankBefore && endAfter ? text.lineStart(firstLine - 1) : text.lineStart(firstLine);
        if (lastLine < text.lineCount()) {
            return text.range(start, text.lineStart(lastLine + 1));
        }
        // The last line has no break of its own: take the one before.
        int from = start > 0 ? start - 1 : 0;
        if (from > 0 && text.text().charAt(from) == '\n' && text.text().charAt(from - 1) == '\r') {
            from--;
        }
        return text.range(from, text.text().length());
    }
}
