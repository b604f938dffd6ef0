package dev.plumbline.cli;

import dev.plumbline.workbench.Workbench;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code lab env}. */
@Command(
        name = "env",
        mixinStandardHelpOptions = true,
        description = "Prints export lines that lead a shell to the lab's AWS, while a session serves it.",
        footer = {"", "Use: eval \"$(lab env kinesis-stream)\""})
final class EnvCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private LabArguments arguments = new LabArguments();

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        PrintWriter err = spec.commandLine().getErr();
        try (Workbench bench = arguments.open(err::println)) {
            bench.backend().cleared().stream()
                    .filter(name -> !bench.backend().environment().containsKey(name))
                    .sorted()
                    .forEach(name -> out.println("unset " + name));
            bench.backend().environment().forEach((name, value) -> out.println("export " + name + "=" + quoted(value)));
            out.flush();
            if (bench.sandbox().isPresent() && bench.sandbox().get().serving()) {
                err.println("# Nothing serves this AWS at the moment. In another terminal, leave this open: "
                        + arguments.typed().of("shell"));
            }
        }
        return 0;
    }

    private static String quoted(String value) {
        return "'" + value.replace("'", "'\\''") + "'";
    }
}
