package dev.plumbline.cli;

import dev.plumbline.workbench.LabReset;
import dev.plumbline.workbench.Workbench;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code lab reset}. */
@Command(
        name = "reset",
        mixinStandardHelpOptions = true,
        description = "Sets the lab back to its beginning; your files go to a backup first.")
final class ResetCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private LabArguments arguments = new LabArguments();

    @Option(names = "--yes", description = "Do not ask.")
    private boolean yes;

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        try (Workbench bench = arguments.open(spec.commandLine().getErr()::println)) {
            if (!yes
                    && !Question.yes("Set " + bench.lab().id() + " in " + bench.folder()
                            + " back to its beginning? Your files are " + "kept in a backup.")) {
                out.println("Nothing was changed.");
                return 1;
            }
            Path backup = new LabReset(bench).run();
            out.println("The lab is at its beginning again. Your files are in " + backup + ".");
            return 0;
        }
    }
}
