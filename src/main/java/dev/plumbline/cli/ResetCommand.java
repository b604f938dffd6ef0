package dev.plumbline.cli;

import dev.plumbline.terminal.FolderName;
import dev.plumbline.workbench.AwsChoice;
import dev.plumbline.workbench.LabReset;
import dev.plumbline.workbench.UserError;
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
        String lab = arguments.lab().id();
        arguments.requireFolder();
        if (!yes
                && !Question.yes("Set " + lab + " in " + arguments.folder()
                        + " back to its beginning? Your files are kept in a backup." + kept())) {
            out.println("Nothing was changed.");
            return 1;
        }
        try (Workbench bench = open()) {
            RealAccountConsent.require(bench, out);
            Path backup = new LabReset(bench).run(line -> {
                out.println(line);
                out.flush();
            });
            out.println(Texts.phrases().say("session.was-reset"));
            out.println("  " + FolderName.of(backup));
            return 0;
        }
    }

    private String kept() {
        return arguments.aws() instanceof AwsChoice.Embedded
                ? ""
                : " What was applied to that AWS stays there, and the state that knows of it moves to the backup:"
                        + " to be rid of it, first run: " + arguments.typed().of("destroy") + "\n";
    }

    /** A damaged store of the embedded AWS must not be what keeps a lab from being set back. */
    private Workbench open() throws IOException {
        PrintWriter err = spec.commandLine().getErr();
        try {
            return arguments.open(err::println);
        } catch (UserError trouble) {
            if (trouble.exitCode() == 2 || !LabReset.setStoreAside(arguments.folder())) {
                throw trouble;
            }
            return arguments.open(err::println);
        }
    }
}
