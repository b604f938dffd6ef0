package dev.plumbline.cli;

import dev.plumbline.authoring.mutation.LabMutation;
import dev.plumbline.text.Look;
import dev.plumbline.text.Painter;
import dev.plumbline.workbench.AwsChoice;
import dev.plumbline.workbench.Home;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code lab author mutate}. */
@Command(
        name = "mutate",
        mixinStandardHelpOptions = true,
        description =
                "Changes the solution in every way the tool knows: the lab has to reject each change that matters "
                        + "and to accept each that does not.",
        footer = {
            "",
            "Exit codes: 0 nothing survives unexplained and no equivalent fails, 1 otherwise, 2 wrong usage, "
                    + "4 it could not be tried."
        })
final class AuthorMutateCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(index = "0", paramLabel = "LAB", description = "The lab, as 'lab list' names it.")
    private String lab = "";

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "text",
            description = "${COMPLETION-CANDIDATES}. Default: text.")
    private AuthorFormat format = AuthorFormat.text;

    @Option(names = "--only", paramLabel = "TEXT", description = "Tries only mutants with this text in their id.")
    private String only = "";

    @Option(names = "--plan", description = "Tries only the mutants of files and code, by their plans.")
    private boolean planOnly;

    @Option(
            names = "--aws",
            paramLabel = "AWS",
            defaultValue = "embedded",
            description = "'embedded' (default; for a lab of other services, a moto_server of its own), or an address.")
    private String aws = "embedded";

    @Override
    public Integer call() throws InterruptedException {
        PrintWriter out = spec.commandLine().getOut();
        PrintWriter err = spec.commandLine().getErr();
        Look look = Texts.look();
        LabMutation mutation = new LabMutation(Home.folder(), System.getenv(), err::println);
        LabMutation.Request request =
                new LabMutation.Request(Home.labs().load(lab), AwsChoice.parse(aws), id -> id.contains(only), planOnly);
        LabMutation.Result result = mutation.run(request, look.width(), (done, all) -> {
            if (done % 25 == 0) {
                err.println(done + " of " + all);
            }
        });
        out.print(format == AuthorFormat.json ? result.json() : new Painter(look).paint(result.lines()));
        out.flush();
        return result.holds() ? 0 : 1;
    }
}
