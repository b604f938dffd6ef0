package dev.plumbline.cli;

import dev.plumbline.lab.LabFileException;
import dev.plumbline.workbench.UserError;
import dev.plumbline.workbench.Version;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** The program's entry point and root command. */
@Command(
        name = "lab",
        mixinStandardHelpOptions = true,
        versionProvider = Main.Versions.class,
        description = "Learn Terraform on AWS by doing it, and have it judged on evidence.")
public final class Main implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    /** Runs the command line and exits with its code. */
    public static void main(String[] args) {
        System.exit(run(args));
    }

    /** Runs one command line and returns its exit code. */
    public static int run(String... args) {
        // Terraform, the labs and the screen speak UTF-8 whatever the locale of the moment.
        PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
        PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
        CommandLine line = new CommandLine(new Main());
        Commands.addTo(line, args);
        line.setOut(out)
                .setErr(err)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setUsageHelpAutoWidth(true)
                .setParameterExceptionHandler((wrong, words) -> UsageTrouble.explain(wrong, err))
                .setExecutionExceptionHandler((trouble, command, parsed) -> explain(trouble, err));
        int code = line.execute(args);
        out.flush();
        err.flush();
        return code;
    }

    private static int explain(Exception trouble, PrintWriter err) {
        err.println(TroubleText.of(trouble));
        if (trouble instanceof UserError error) {
            return error.exitCode();
        }
        return trouble instanceof LabFileException ? 2 : 4;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        new Menu(spec.commandLine().getOut()).show();
        return 0;
    }

    /** The version in {@code --version}. */
    static final class Versions implements IVersionProvider {
        @Override
        public String[] getVersion() {
            return new String[] {"Plumbline " + Version.text()};
        }
    }
}
