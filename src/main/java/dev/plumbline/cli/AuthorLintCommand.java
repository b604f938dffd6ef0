package dev.plumbline.cli;

import dev.plumbline.authoring.lint.LabLint;
import dev.plumbline.workbench.CallerEnvironment;
import dev.plumbline.workbench.Home;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code lab author lint}. */
@Command(
        name = "lint",
        mixinStandardHelpOptions = true,
        description =
                "Looks a lab over without carrying anything out: structure, attributes by the provider's own schema, "
                        + "hints, links, requirements that nobody can meet, template variables, how the texts read.",
        footer = {"", "Exit codes: 0 no error (there may be advice), 1 errors, 2 wrong usage."})
final class AuthorLintCommand implements Callable<Integer> {
    @Parameters(arity = "1..*", paramLabel = "LAB", description = "One or more labs, as 'lab list' names them.")
    private List<String> labs = new ArrayList<>();

    @Mixin
    private AuthorOutput output = new AuthorOutput();

    @Override
    public Integer call() {
        LabLint lint = LabLint.with(Home.labs(), Home.folder(), CallerEnvironment.get());
        boolean clean = true;
        for (String lab : labs) {
            LabLint.Findings findings = lint.of(lab);
            clean &= findings.clean();
            output.write(() -> LabLint.lines(findings, output.width()), () -> LabLint.json(findings));
        }
        return clean ? 0 : 1;
    }
}
