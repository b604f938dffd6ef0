package dev.plumbline.coaching;

import dev.plumbline.terraform.source.SourceEdit;
import dev.plumbline.terraform.source.SourceFile;
import dev.plumbline.terraform.source.SourceText;
import dev.plumbline.terraform.source.TroubleKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A file that is wrong as a whole: copied with its line numbers, left with a merge's markers, in another language. */
final class WholeFile {
    private static final Pattern NUMBERED = Pattern.compile("^\\s*(\\d{1,4})[ \\t:|.)]?");
    private static final Pattern HEADER = Pattern.compile(
            "(?mi)^[^\\p{L}\\n]{0,12}(resources?|providers?|terraform|variable|locals|data|output|module)\\b[^\\n=:(]*[\\{\"'\\u201C\\u00AB]");
    private static final Pattern PYTHON = Pattern.compile("(?m)^\\s*(import \\w+|from \\w+ import |def \\w+\\()");
    private static final Pattern COMMAND =
            Pattern.compile("(?m)^\\s*(\\$ )?(aws|terraform|kinesis|boto3|curl|sudo) +[a-z-]+");
    private static final Pattern SCRIPT = Pattern.compile("(?m)^\\s*(const|let|var|function|export|new) \\w+");
    private static final Pattern YAML_KEY = Pattern.compile("^\\s*(- )?[A-Za-z][\\w ]*:(\\s.*|$)");

    private WholeFile() {}

    /** What the file is, if it is one of these. */
    static Optional<Sighting> see(Situation situation, SourceFile file) {
        if (!file.text().encoding().isUtf8()) {
            return Optional.empty();
        }
        return numbered(situation, file).or(() -> merged(situation, file)).or(() -> otherLanguage(situation, file));
    }

    private static Optional<Sighting> numbered(Situation situation, SourceFile file) {
        SourceText text = file.text();
        List<SourceEdit> edits = new ArrayList<>();
        int lines = 0;
        int expected = 0;
        for (int line = 1; line <= text.lineCount(); line++) {
            String written = text.line(line);
            if (written.isBlank()) {
                continue;
            }
            lines++;
            Matcher number = NUMBERED.matcher(written);
            if (number.find() && Integer.parseInt(number.group(1)) > expected) {
                expected = Integer.parseInt(number.group(1));
                int start = text.lineStart(line);
                edits.add(new SourceEdit(text.range(start, start + number.end()), ""));
            }
        }
        if (edits.size() < 3 || edits.size() * 10 < lines * 8) {
            return Optional.empty();
        }
        return Optional.of(Sighting.of("pasted-leftovers")
                .at(file.name(), 1, 1)
                .with("found", "the line numbers")
                .with("several", Integer.toString(edits.size()))
                .fix(situation.code().surgery(file.name()).done(edits)));
    }

    /** The first of the two sides stays: it is the learner's own. */
    private static Optional<Sighting> merged(Situation situation, SourceFile file) {
        if (file.troubles(TroubleKind.CONFLICT_MARKER).isEmpty()) {
            return Optional.empty();
        }
        SourceText text = file.text();
        List<SourceEdit> edits = new ArrayList<>();
        int from = 0;
        int first = 0;
        for (int line = 1; line <= text.lineCount(); line++) {
            String written = text.line(line);
            int start = text.lineStart(line);
            int end = line < text.lineCount() ? text.lineStart(line + 1) : text.lineEnd(line);
            if (written.startsWith("<<<<<<<")) {
                first = first == 0 ? line : first;
                edits.add(new SourceEdit(text.range(start, end), ""));
            } else if (written.startsWith("=======") || written.startsWith("|||||||")) {
                from = from == 0 ? line : from;
            } else if (written.startsWith(">>>>>>>")) {
                edits.add(new SourceEdit(text.range(text.lineStart(from == 0 ? line : from), end), ""));
                from = 0;
            }
        }
        return edits.isEmpty()
                ? Optional.empty()
                : Optional.of(Sighting.of("pasted-leftovers")
                        .at(file.name(), Math.max(first, 1), 1)
                        .with("found", "the marks of a merge")
                        .with("several", Integer.toString(edits.size() + 1))
                        .fix(situation.code().surgery(file.name()).done(edits)));
    }

    private static Optional<Sighting> otherLanguage(Situation situation, SourceFile file) {
        String all = file.text().text();
        boolean mine = file.name().equals(situation.wanted().codeFile());
        if (!mine
                || HEADER.matcher(all).find()
                || !file.troubles(TroubleKind.UNCLOSED_COMMENT).isEmpty()) {
            return Optional.empty();
        }
        String language = PYTHON.matcher(all).find()
                ? "Python"
                : COMMAND.matcher(all).find()
                        ? "a command for the shell"
                        : SCRIPT.matcher(all).find() ? "a program" : looksLikeYaml(all) ? "YAML" : "";
        boolean json = all.stripLeading().startsWith("{") || all.stripLeading().startsWith("[");
        if (language.isEmpty() && !json) {
            return Optional.empty();
        }
        SourceText text = file.text();
        String code = situation.blueprint().file(situation.wanted().label());
        return Optional.of(Sighting.of("wrong-language")
                .at(file.name(), 1, 1)
                .with("found", json ? "JSON" : language)
                .fix(situation
                        .code()
                        .surgery(file.name())
                        .done(new SourceEdit(text.range(0, text.text().length()), code))));
    }

    /** One line with a colon makes no YAML: a third of the lines are keys at least. */
    private static boolean looksLikeYaml(String all) {
        List<String> lines = all.lines().filter(line -> !line.isBlank()).toList();
        long keys =
                lines.stream().filter(line -> YAML_KEY.matcher(line).matches()).count();
        return keys > 0 && keys * 3 >= lines.size();
    }
}
