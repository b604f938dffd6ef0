package dev.plumbline.cli;

import dev.plumbline.authoring.lint.LabLint;
import dev.plumbline.text.Look;
import dev.plumbline.text.Painter;
import dev.plumbline.workbench.Home;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code lab author lint}. */
@Command(
        name = "lint",
        mixinStandardHelpOptions = true,
        description =
                "Looks a lab over without carrying anything out: structure, attributes by the provider's own schema, "
                        + "hints, links, requirements that nobody can meet, template variables, how the texts read.",
        footer = {"", "Exit codes: 0 no error (there may be advice), 1 errors, 2 wrong usage."})
final class AuthorLintCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(arity = "1..*", paramLabel = "LAB", description = "One or more labs, as 'lab list' names them.")
    private List<String> labs = new ArrayList<>();

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "text",
            description = "${COMPLETION-CANDIDATES}. Default: text.")
    private AuthorFormat format = AuthorFormat.text;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        Look look = Texts.look();
        LabLint lint = LabLint.with(Home.labs(), Home.folder(), System.getenv());
        boolean clean = true;
        for (String lab : labs) {
            LabLint.Findings findings = lint.of(lab);
            clean &= findings.clean();
            out.print(
                    format == AuthorFormat.json
                            ? LabLint.json(findings)
                            : new Painter(look).paint(LabLint.lines(findings, look.width())));
            out.flush();
        }
        return clean ? 0 : 1;
    }
}
