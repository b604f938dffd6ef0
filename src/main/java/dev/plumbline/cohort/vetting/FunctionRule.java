package dev.plumbline.cohort.vetting;

import dev.plumbline.terraform.source.Evaluator;
import dev.plumbline.terraform.source.Expression;
import dev.plumbline.terraform.source.SourceFile;
import dev.plumbline.terraform.source.Walk;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** Functions that read files: only files of the submission, by paths that can be worked out from the code. */
final class FunctionRule implements Rule {
    private static final Set<String> READERS = Set.of(
            "file",
            "filebase64",
            "filebase64sha256",
            "filebase64sha512",
            "fileexists",
            "filemd5",
            "fileset",
            "filesha1",
            "filesha256",
            "filesha512",
            "templatefile");

    /** A call of one of them, or of the function that runs a text as a template, in a text that is itself a template. */
    static final Pattern IN_TEXT = Pattern.compile("\\b(file\\w*|templatefile|templatestring)\\s*\\(");

    @Override
    public void look(CodeFolder code, Found found) {
        for (SourceFile file : code.configuration().files()) {
            Walk.each(file.body(), expression -> {
                if (expression instanceof Expression.Call call) {
                    call(code, call, found);
                } else if (expression instanceof Expression.Unreadable unreadable) {
                    found.object(unreadable.range(), "it cannot be read, so nobody knows what it would do");
                }
            });
        }
    }

    private static void call(CodeFolder code, Expression.Call call, Found found) {
        String name = call.function().substring(call.function().lastIndexOf(':') + 1);
        if (name.equals("templatestring")) {
            found.object(call.nameRange(), "templatestring would run a text as a template, whatever is in it");
        } else if (READERS.contains(name)) {
            Optional<String> path = call.arguments().isEmpty()
                    ? Optional.empty()
                    : text(code.evaluator(), call.arguments().get(0));
            if (path.isEmpty() || !Inside.stays(path.get()) || call.expandLast()) {
                found.object(
                        call.nameRange(), name + " would read a file that is not known to be one of the submission's");
            } else if (name.equals("fileset") && !isPlainPattern(code.evaluator(), call)) {
                found.object(call.nameRange(), "fileset would look through other folders than the submission's");
            } else if (name.equals("templatefile") && hasCalls(code, path.get())) {
                found.object(call.nameRange(), "the template " + path.get() + " would itself read files");
            }
        }
    }

    private static Optional<String> text(Evaluator evaluator, Expression expression) {
        return evaluator.evaluate(expression).text();
    }

    private static boolean isPlainPattern(Evaluator evaluator, Expression.Call call) {
        return call.arguments().size() == 2
                && text(evaluator, call.arguments().get(1))
                        .filter(pattern -> !pattern.contains("..") && !pattern.startsWith("/"))
                        .isPresent();
    }

    private static boolean hasCalls(CodeFolder code, String path) {
        return code.file(Inside.plain(path))
                .map(bytes -> IN_TEXT.matcher(new String(bytes, StandardCharsets.UTF_8))
                        .find())
                .orElse(false);
    }
}
