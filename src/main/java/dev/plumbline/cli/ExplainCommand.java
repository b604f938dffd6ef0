package dev.plumbline.cli;

import dev.plumbline.coaching.Explainer;
import dev.plumbline.workbench.Home;
import dev.plumbline.workbench.UserError;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code lab explain}: the learner's own file, line by line. */
@Command(
        name = "explain",
        mixinStandardHelpOptions = true,
        description = "Explains your file line by line: what each argument does, and what changes without it.")
final class ExplainCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private LabArguments arguments = new LabArguments();

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        String name = arguments.lab().rules().codeFile();
        arguments.requireFolder();
        Path file = arguments.folder().resolve(name);
        if (!Files.isRegularFile(file)) {
            throw UserError.usage(
                    "There is no " + file + " to explain. Write it first, or name the folder with --dir.");
        }
        try {
            List<Explainer.Line> lines = Explainer.of(Home.folder()).explain(name, Files.readAllBytes(file));
            if (lines.isEmpty()) {
                out.println(name + " has no code in it yet.");
            }
            lines.forEach(line -> say(line, out));
            return 0;
        } catch (IOException unreadable) {
            throw UserError.trouble(file + " cannot be read: " + unreadable.getMessage());
        }
    }

    private static void say(Explainer.Line line, PrintWriter out) {
        out.printf("%4d  %s%n", line.line(), line.code());
        String indent = "      " + "  ".repeat(line.depth() + 1);
        Explainer.Entry entry = line.entry();
        if (entry == null) {
            out.println(indent + line.name() + ": not in this program's explanations.");
        } else {
            CoachText.wrapped(entry.does(), indent).forEach(out::println);
            if (!entry.omitted().isEmpty()) {
                CoachText.wrapped("Left out: " + entry.omitted(), indent).forEach(out::println);
            }
            if (!entry.source().isEmpty()) {
                CoachText.wrapped("Source: " + entry.source(), indent).forEach(out::println);
            }
        }
        out.println();
    }
}
