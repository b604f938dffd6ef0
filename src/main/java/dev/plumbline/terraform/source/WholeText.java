package dev.plumbline.terraform.source;

import java.util.List;
import java.util.regex.Pattern;

/** Judges a broken text as a whole: another language was pasted, and its single troubles say nothing. */
final class WholeText {

    private static final Pattern YAML_LINE = Pattern.compile("\\s*(?:- )?[\\w\"'.-]+:(?:\\s.*)?|\\s*- \\S.*|---");
    private static final Pattern JSON_KEY = Pattern.compile("\"\\s*:");

    private WholeText() {}

    static SourceFile judge(SourceFile file) {
        if (!file.isBroken() || file.body().blocks().stream().anyMatch(block -> Keywords.isTopLevel(block.type()))) {
            return file;
        }
        SourceText text = file.text();
        String content = text.text().strip();
        if ((content.startsWith("{") || content.startsWith("["))
                && JSON_KEY.matcher(content.substring(0, Math.min(content.length(), 5000)))
                        .find()) {
            return replaced(file, TroubleKind.PASTED_JSON);
        }
        int yaml = 0;
        int other = 0;
        for (int line = 1; line <= Math.min(text.lineCount(), 200); line++) {
            String content1 = text.line(line);
            if (content1.isBlank() || content1.strip().startsWith("#")) {
                continue;
            }
            if (content1.length() < 300 && YAML_LINE.matcher(content1).matches()) {
                yaml++;
            } else {
                other++;
            }
        }
        return yaml >= 2 && yaml > other * 3 ? replaced(file, TroubleKind.PASTED_YAML) : file;
    }

    private static SourceFile replaced(SourceFile file, TroubleKind kind) {
        SourceText text = file.text();
        int first = 1;
        while (first < text.lineCount() && text.line(first).isBlank()) {
            first++;
        }
        SourceRange range =
                text.range(text.lineStart(first), text.text().stripTrailing().length());
        return new SourceFile(
                text,
                file.body(),
                file.comments(),
                List.of(SyntaxTrouble.of(kind, range, text.line(first).strip())));
    }
}
