package dev.plumbline.cli;

import dev.plumbline.workbench.Workbench;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code lab shell}. */
@Command(
        name = "shell",
        mixinStandardHelpOptions = true,
        description = "A shell in your working folder, or one command, with the lab's AWS in its environment.",
        footer = {"", "Example: lab shell kinesis-stream -- terraform plan"})
final class ShellCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private LabArguments arguments = new LabArguments();

    @Parameters(
            index = "1..*",
            paramLabel = "COMMAND",
            description = "After --, the command to run instead of a shell.")
    private List<String> command = new ArrayList<>();

    @Override
    public Integer call() {
        PrintWriter err = spec.commandLine().getErr();
        try (Workbench bench = opened(err)) {
            RealAccountConsent.require(bench, err);
            List<String> words = command;
            if (words.isEmpty()) {
                String shell = bench.caller().getOrDefault("SHELL", "/bin/sh");
                words = List.of(shell);
                err.println("A shell in " + bench.folder() + " with this lab's AWS. Type exit to leave.");
            }
            ForegroundRun run = ForegroundRun.of(bench, words);
            return run.interrupted() && run.code() != 0 ? ForegroundRun.INTERRUPTED : run.code();
        }
    }

    /** A shell is as good a place to begin as a session, in the usual folder; a folder that is named has to be there. */
    private Workbench opened(PrintWriter err) {
        if (arguments.namesFolder()) {
            return arguments.open(err::println);
        }
        Workbench bench = arguments.begin(err::println);
        bench.createFolder();
        return bench;
    }
}
