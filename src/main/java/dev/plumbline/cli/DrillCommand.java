package dev.plumbline.cli;

import dev.plumbline.grading.Verdict;
import dev.plumbline.lab.Drill;
import dev.plumbline.terminal.Notices;
import dev.plumbline.workbench.DrillGround;
import dev.plumbline.workbench.UserError;
import dev.plumbline.workbench.Workbench;
import dev.plumbline.workspace.Journal;
import dev.plumbline.workspace.Progress;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code lab drill}. */
@Command(
        name = "drill",
        mixinStandardHelpOptions = true,
        description = "Something breaks on a copy of your finished lab; you mend it. Without a name: which there are.",
        footer = {"", "Exit codes: 0 mended, 1 not mended, 2 wrong usage, 4 trouble."})
final class DrillCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private LabArguments arguments = new LabArguments();

    @Parameters(index = "1", arity = "0..1", paramLabel = "NAME", description = "The drill.")
    private @Nullable String name;

    @Option(names = "--plain", description = "No cursor movement, no colour: for screen readers and logs.")
    private boolean plain;

    @Override
    public Integer call() throws IOException, InterruptedException {
        PrintWriter out = spec.commandLine().getOut();
        PrintWriter err = spec.commandLine().getErr();
        Notices notices = new Notices(err::println);
        String wanted = name;
        if (wanted == null) {
            list(arguments.lab().drills(), Journal.of(arguments.folder()).progress(), out);
            return 0;
        }
        Drill drill = Journey.named(arguments.lab(), wanted);
        try (Workbench bench = arguments.open(notices)) {
            if (bench.sandbox().isEmpty()) {
                throw UserError.usage(
                        "Drills break things on purpose, so they run on the built-in AWS only: leave --aws out.");
            }
            boolean begun = DrillGround.cutShort(bench.folder()).contains(drill.id());
            if (!begun && Assessment.of(bench).verdict() != Verdict.PASSED) {
                throw UserError.usage("A drill stands on a finished exercise, and " + bench.folder()
                        + " does not pass at the moment. See what is missing with: "
                        + arguments.typed().of("check"));
            }
            if (new Journey(plain, arguments.aws(), out, notices).drill(bench, drill)) {
                return 0;
            }
            err.println("The drill was left before it was mended. Once more: "
                    + arguments.typed().of("drill", drill.id()));
            return 1;
        }
    }

    private static void list(List<Drill> drills, Progress progress, PrintWriter out) {
        if (drills.isEmpty()) {
            out.println("This lab has no drills.");
        }
        for (Drill drill : drills) {
            Boolean mended = progress.drills().get(drill.id());
            String state = mended == null ? "" : mended ? "mended" : "begun";
            out.printf("%-20s %-8s %s%n", drill.id(), state, drill.title());
        }
    }
}
