package dev.plumbline.cli;

import dev.plumbline.coaching.FixApplier;
import dev.plumbline.coaching.FixDiff;
import dev.plumbline.coaching.Hints;
import dev.plumbline.grading.Diagnosis;
import dev.plumbline.grading.Report;
import dev.plumbline.report.SourceFiles;
import dev.plumbline.report.WholeAnswer;
import dev.plumbline.workbench.UserError;
import dev.plumbline.workbench.Workbench;
import dev.plumbline.workspace.Journal;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code lab fix}: the smallest edit that helps, shown as a diff, made on request, taken back on request. */
@Command(
        name = "fix",
        mixinStandardHelpOptions = true,
        description = "Shows the smallest edit that mends the first mistake; makes it with --apply.",
        footer = {"", "Exit codes: 0 done, 1 there is no edit that helps, 2 wrong usage, 4 trouble."})
final class FixCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private LabArguments arguments = new LabArguments();

    @Option(names = "--apply", description = "Makes the edit. Undo it with --undo.")
    private boolean apply;

    @Option(names = "--undo", description = "Takes the last edit back.")
    private boolean undo;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        PrintWriter err = spec.commandLine().getErr();
        try {
            if (undo) {
                arguments.requireFolder();
                return told(new FixApplier(arguments.folder()).undo(), out);
            }
            try (Workbench bench = arguments.open(err::println)) {
                RealAccountConsent.require(bench, err);
                return offer(bench, Assessment.of(bench), out);
            }
        } catch (IOException trouble) {
            throw UserError.trouble("The fix could not be made: " + trouble.getMessage());
        }
    }

    private int offer(Workbench bench, Report report, PrintWriter out) throws IOException {
        List<Diagnosis> open =
                report.diagnoses().stream().filter(d -> !d.remark()).toList();
        if (open.isEmpty()) {
            out.println("Nothing to fix: the coach has found no mistake.");
            return 0;
        }
        Optional<Diagnosis> mendable =
                open.stream().filter(d -> d.fix() != null).findFirst();
        Diagnosis cause = open.get(0);
        Diagnosis first = mendable.orElse(cause);
        FixApplier applier = new FixApplier(bench.folder());
        CoachText.diagnosis(cause, arguments.typed(), out);
        if (!first.equals(cause)) {
            out.println();
            CoachText.diagnosis(first, arguments.typed(), out);
        }
        Diagnosis.Fix fix = first.fix();
        if (fix == null) {
            return 1;
        }
        out.println();
        boolean whole = WholeAnswer.isWrittenBy(fix, SourceFiles.in(bench.folder()));
        if (whole && !apply) {
            CoachText.wrapped(
                            Texts.phrases()
                                    .say("fix.whole")
                                    .replace("fix --apply", arguments.typed().of("fix", "--apply"))
                                    .replace("hint leads", arguments.typed().of("hint") + " leads"),
                            "")
                    .forEach(out::println);
            return 0;
        }
        Set<String> files = new LinkedHashSet<>();
        fix.edits().forEach(edit -> files.add(edit.file()));
        for (String file : files) {
            out.print(FixDiff.of(file, applier.text(file), fix));
        }
        out.println();
        if (apply) {
            FixApplier.Outcome outcome = applier.apply(fix);
            if (whole && outcome.done()) {
                Hints.of(bench.lab()).last(report, bench.folder()).ifPresent(Journal.of(bench.folder())::add);
            }
            return made(outcome, first, out);
        }
        out.println("Make this edit with: " + arguments.typed().of("fix", "--apply"));
        return 0;
    }

    private int made(FixApplier.Outcome outcome, Diagnosis diagnosis, PrintWriter out) {
        if (!outcome.done()) {
            out.println(outcome.message());
            return 1;
        }
        out.println("The edit is made in " + String.join(" and ", outcome.files()) + ". Take it back with: "
                + arguments.typed().of("fix", "--undo"));
        String command = diagnosis.command();
        if (command != null && !diagnosis.commandFirst()) {
            out.println("Then run: " + arguments.typed().complete(command));
        }
        return 0;
    }

    private static int told(FixApplier.Outcome outcome, PrintWriter out) {
        out.println(outcome.done() ? "Done: " + outcome.message() : outcome.message());
        return outcome.done() ? 0 : 1;
    }
}
