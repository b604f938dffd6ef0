package dev.plumbline.cli;

import dev.plumbline.text.Line;
import dev.plumbline.text.Look;
import dev.plumbline.text.Painter;
import java.io.PrintWriter;
import java.util.List;
import java.util.function.Supplier;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;
import picocli.CommandLine.Spec.Target;

/** How the author's commands write what they found: lines for a person, or JSON alone. */
final class AuthorOutput {
    /** Its words. */
    enum Format {
        text,
        json
    }

    @Spec(Target.MIXEE)
    private CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "text",
            description = "${COMPLETION-CANDIDATES}. Default: text.")
    private Format format = Format.text;

    private final Look look = Texts.look();

    /** How many columns a line has. */
    int width() {
        return look.width();
    }

    boolean isJson() {
        return format == Format.json;
    }

    /** Writes a result in the format that is asked for. */
    void write(Supplier<List<Line>> lines, Supplier<String> json) {
        PrintWriter out = spec.commandLine().getOut();
        out.print(isJson() ? json.get() : new Painter(look).paint(lines.get()));
        out.flush();
    }

    /** Writes lines on the way to the result; where JSON is asked for, nothing. */
    void show(List<Line> lines) {
        if (!isJson()) {
            write(() -> lines, () -> "");
        }
    }

    /** Says something that is not part of the result. */
    void say(String words) {
        PrintWriter err = spec.commandLine().getErr();
        err.println(words);
        err.flush();
    }
}
