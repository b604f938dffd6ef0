package dev.plumbline.cli;

import dev.plumbline.lab.LabText;
import dev.plumbline.terminal.FolderName;
import dev.plumbline.terminal.Notices;
import dev.plumbline.terminal.Sitting;
import dev.plumbline.workbench.CallerEnvironment;
import dev.plumbline.workbench.PracticeGround;
import dev.plumbline.workbench.UserError;
import dev.plumbline.workbench.Workbench;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Random;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code lab practice}. */
@Command(
        name = "practice",
        mixinStandardHelpOptions = true,
        description = "The same exercise with other values, from memory, in a folder of its own.",
        footer = {
            "",
            "The folder is ./workspace/LAB-practice-N, or the one that --dir names. It keeps its seed: lab check and",
            "every other command on that folder judge it by the values of the seed."
        })
final class PracticeCommand implements Callable<Integer> {
    private static final int MOST_DRAWN = 9999;

    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private LabArguments arguments = new LabArguments();

    @Option(
            names = "--seed",
            paramLabel = "N",
            description = "Which values; the same seed always gives the same. Default: any.")
    private @Nullable Long seed;

    @Option(names = "--plain", description = "No cursor movement, no colour: for screen readers and logs.")
    private boolean plain;

    @Option(names = "--timed", description = "A clock runs until everything is met; its time is kept.")
    private boolean timed;

    @Override
    public Integer call() throws IOException, InterruptedException {
        PrintWriter out = spec.commandLine().getOut();
        Notices notices = new Notices(spec.commandLine().getErr()::println);
        Long asked = seed;
        if (asked != null && asked < 0) {
            throw UserError.usage("--seed takes a number from 0 on, not " + asked + ".");
        }
        long chosen = asked != null ? asked : 1 + new Random().nextInt(MOST_DRAWN);
        Path folder = arguments.namesFolder() ? arguments.folder() : PracticeGround.beside(arguments.folder(), chosen);
        if (plain || Sitting.isTerminal()) {
            new Journey(plain, arguments.aws(), out, notices).practice(arguments.id(), folder, chosen, timed);
            return 0;
        }
        if (timed) {
            notices.accept("The clock of practice runs in a session: start this on a terminal, or with --plain.");
        }
        Practice practice = new Practice(arguments.id(), folder, chosen);
        try (Workbench bench = practice.open(arguments.aws(), CallerEnvironment.get(), out, notices)) {
            out.println(LabText.of(bench.lab())
                    .and("workspace", bench.folder().toString())
                    .topic("task"));
            out.println("Values of seed " + chosen + ". Judge your work with: "
                    + arguments.typed(Path.of(FolderName.of(folder))).of("check"));
            out.flush();
            String again = arguments
                    .typed(Path.of(FolderName.of(folder)))
                    .of("practice", "--seed", Long.toString(chosen), "--plain");
            notices.accept(Texts.phrases().say("session.no-terminal", "command", again));
            return 0;
        }
    }
}
