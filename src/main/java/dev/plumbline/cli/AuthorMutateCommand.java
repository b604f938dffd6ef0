package dev.plumbline.cli;

import dev.plumbline.authoring.mutation.LabMutation;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

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
    @Mixin
    private AuthorArguments arguments = new AuthorArguments();

    @Option(names = "--only", paramLabel = "TEXT", description = "Tries only mutants with this text in their id.")
    private String only = "";

    @Option(names = "--plan", description = "Tries only the mutants of files and code, by their plans.")
    private boolean planOnly;

    @Override
    public Integer call() throws InterruptedException {
        AuthorOutput output = arguments.output();
        LabMutation.Request request =
                new LabMutation.Request(arguments.lab(), arguments.aws(), id -> id.contains(only), planOnly);
        LabMutation.Result result = new LabMutation(arguments.installation(output::say))
                .run(request, output.width(), (done, all) -> {
                    if (done % 25 == 0) {
                        output.say(done + " of " + all);
                    }
                });
        output.write(result::lines, result::json);
        return result.holds() ? 0 : 1;
    }
}
