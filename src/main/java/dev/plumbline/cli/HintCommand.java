package dev.plumbline.cli;

import dev.plumbline.coaching.Hints;
import dev.plumbline.grading.Report;
import dev.plumbline.workbench.UserError;
import dev.plumbline.workbench.Workbench;
import dev.plumbline.workspace.Journal;
import dev.plumbline.workspace.JournalEntry;
import java.io.PrintWriter;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code lab hint}: one rung at a time, chosen by what is really there. */
@Command(
        name = "hint",
        mixinStandardHelpOptions = true,
        description = "Gives a hint that fits what is really there; each further call goes one step nearer.")
final class HintCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private LabArguments arguments = new LabArguments();

    @Parameters(
            index = "1",
            arity = "0..1",
            paramLabel = "REQUIREMENT",
            description = "Its id, as 'lab check' shows it. Default: the next one that is not met.")
    private @Nullable String requirement;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        PrintWriter err = spec.commandLine().getErr();
        try (Workbench bench = arguments.open(err::println)) {
            RealAccountConsent.require(bench, err);
            Report report = Assessment.of(bench);
            Hints hints = Hints.of(bench.lab());
            Map<String, Integer> shown = Journal.of(bench.folder()).progress().hints();
            String asked = requirement;
            Optional<Hints.Ladder> ladder = asked == null
                    ? hints.next(report, shown, bench.folder())
                    : Optional.of(hints.ladder(report, asked, bench.folder()).orElseThrow(() -> unknown(bench, asked)));
            if (ladder.isEmpty()) {
                out.println("All requirements are met. There is nothing to hint at.");
                return 0;
            }
            say(ladder.get(), shown.getOrDefault(ladder.get().key(), 0), bench, out);
            return 0;
        }
    }

    private static UserError unknown(Workbench bench, String id) {
        List<String> ids = bench.lab().requirements().stream().map(r -> r.id()).toList();
        return UserError.usage(
                "There is no hint for '" + id + "'. The requirements are " + String.join(", ", ids) + ".");
    }

    private void say(Hints.Ladder ladder, int shown, Workbench bench, PrintWriter out) {
        int rung = Math.min(shown + 1, ladder.steps().size());
        Invocation again = arguments.typed();
        out.println(ladder.title());
        CoachText.wrapped(ladder.seen(), "  ").forEach(out::println);
        out.println();
        out.println("Hint " + rung + " of " + ladder.steps().size());
        again.complete(ladder.steps().get(rung - 1))
                .lines()
                .flatMap(line -> CoachText.wrapped(line, "  ").stream())
                .forEach(out::println);
        out.println();
        String asked = requirement;
        out.println(
                rung < ladder.steps().size()
                        ? "Asking again says more: " + (asked == null ? again.of("hint") : again.of("hint", asked))
                        : "This is the last hint on it. Your file line by line: " + again.of("explain"));
        Journal.of(bench.folder()).add(new JournalEntry.Hinted(Instant.now(), ladder.key(), rung));
    }
}
