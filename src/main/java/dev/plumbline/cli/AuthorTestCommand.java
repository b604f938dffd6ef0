package dev.plumbline.cli;

import dev.plumbline.authoring.proof.LabTest;
import dev.plumbline.authoring.proof.LabWatch;
import dev.plumbline.lab.Lab;
import dev.plumbline.lab.LabFileException;
import dev.plumbline.text.Line;
import dev.plumbline.workbench.Home;
import dev.plumbline.workbench.UserError;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code lab author test}. */
@Command(
        name = "test",
        mixinStandardHelpOptions = true,
        description =
                "Tries a lab's answers with the real tools: the starter must fail, the solution must pass, and every "
                        + "case in cases/ must come out as its case.yaml says.",
        footer = {
            "",
            "Exit codes: 0 all come out as they should, 1 some do not, 2 wrong usage, 4 it could not be tried."
        })
final class AuthorTestCommand implements Callable<Integer> {
    @Mixin
    private AuthorArguments arguments = new AuthorArguments();

    @Option(names = "--only", paramLabel = "CASE", description = "Tries only this case; may be given several times.")
    private List<String> only = new ArrayList<>();

    @Option(
            names = "--apply",
            description = "Applies every answer for real. Takes 20 to 30 s for each that is created, several at once.")
    private boolean applyAll;

    @Option(names = "--watch", description = "Tries again whenever a file of the lab changes. Ctrl-C ends it.")
    private boolean watch;

    @Override
    public Integer call() throws InterruptedException {
        return watch ? watch() : once(only);
    }

    private int once(List<String> names) throws InterruptedException {
        AuthorOutput output = arguments.output();
        LabTest.Request request = new LabTest.Request(
                arguments.lab(), arguments.aws(), name -> names.isEmpty() || names.contains(name), applyAll);
        LabTest.Result result =
                new LabTest(arguments.installation(output::say)).run(request, output.width(), output::show);
        output.write(() -> List.of(Line.EMPTY, result.summary()), result::json);
        return result.passed() ? 0 : 1;
    }

    /** Until it is interrupted. A change of cases alone tries these alone. */
    private int watch() throws InterruptedException {
        AuthorOutput output = arguments.output();
        Lab loaded = arguments.lab();
        Path home = Home.folder();
        LabWatch watching = new LabWatch(List.of(
                loaded.labDirectory(),
                loaded.contentDirectory(),
                home.resolve("graders"),
                home.resolve("content/mistakes")));
        List<String> names = only;
        while (true) {
            try {
                int ignored = once(names);
            } catch (UserError told) {
                output.say(told.text());
            } catch (LabFileException broken) {
                output.say(String.valueOf(broken.getMessage()));
            }
            output.say("Watching " + loaded.labDirectory() + ". Ctrl-C ends it.");
            List<Path> changed = watching.await();
            names = casesOf(changed, loaded.labDirectory().resolve("cases"));
            output.say("");
        }
    }

    /** The cases that changed, if nothing else did; otherwise what the command line asks for. */
    private List<String> casesOf(List<Path> changed, Path cases) {
        if (!changed.stream().allMatch(path -> path.startsWith(cases))) {
            return only;
        }
        return changed.stream()
                .map(path -> cases.relativize(path).getName(0).toString())
                .distinct()
                .toList();
    }
}
