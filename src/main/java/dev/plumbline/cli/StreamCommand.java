package dev.plumbline.cli;

import dev.plumbline.terminal.Notices;
import dev.plumbline.workbench.UserError;
import dev.plumbline.workbench.Workbench;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code lab stream}. */
@Command(
        name = "stream",
        mixinStandardHelpOptions = true,
        description = "Your live stream with records travelling on it: producers, shards, consumers and their lag.")
final class StreamCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private LabArguments arguments = new LabArguments();

    @Option(names = "--plain", description = "No cursor movement, no colour: for screen readers and logs.")
    private boolean plain;

    @Override
    public Integer call() throws IOException, InterruptedException {
        PrintWriter out = spec.commandLine().getOut();
        Notices notices = new Notices(spec.commandLine().getErr()::println);
        if (!Files.isDirectory(arguments.folder())) {
            throw UserError.usage("There is no folder " + arguments.folder()
                    + ", so there is no stream yet. Begin with: lab start " + arguments.id());
        }
        try (Workbench bench = arguments.open(notices)) {
            RealAccountConsent.require(bench, out);
            new Journey(plain, arguments.aws(), out, notices).begin(bench, "stream");
            return 0;
        }
    }
}
