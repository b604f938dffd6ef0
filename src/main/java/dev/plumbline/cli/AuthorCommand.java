package dev.plumbline.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code lab author}: what instructors run. */
@Command(
        name = "author",
        mixinStandardHelpOptions = true,
        description = "For instructors: write labs as data, and know that they hold (docs/authoring.md).",
        subcommands = {
            AuthorNewCommand.class,
            AuthorLintCommand.class,
            AuthorTestCommand.class,
            AuthorMutateCommand.class
        })
final class AuthorCommand implements Runnable {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Override
    public void run() {
        spec.commandLine().usage(spec.commandLine().getOut());
    }
}
