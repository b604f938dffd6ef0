package dev.plumbline.cli;

import dev.plumbline.authoring.proof.LabTest;
import dev.plumbline.authoring.proof.LabWatch;
import dev.plumbline.lab.Lab;
import dev.plumbline.lab.LabFileException;
import dev.plumbline.text.Line;
import dev.plumbline.text.Look;
import dev.plumbline.text.Painter;
import dev.plumbline.workbench.AwsChoice;
import dev.plumbline.workbench.Home;
import dev.plumbline.workbench.UserError;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

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

    @Option(names = "--only", paramLabel = "CASE", description = "Tries only this case; may be given several times.")
    private List<String> only = new ArrayList<>();

    @Option(
            names = "--apply",
            description = "Applies every answer for real. Takes 20 to 30 s for each that is created, several at once.")
    private boolean applyAll;

    @Option(names = "--watch", description = "Tries again whenever a file of the lab changes. Ctrl-C ends it.")
    private boolean watch;

    @Option(
            names = "--aws",
            paramLabel = "AWS",
            defaultValue = "embedded",
            description = "'embedded' (default; for a lab of other services, a moto_server of its own), or an address.")
    private String aws = "embedded";

    @Override
    public Integer call() throws InterruptedException {
        return watch ? watch() : once(only);
    }

    private int once(List<String> names) throws InterruptedException {
        PrintWriter out = spec.commandLine().getOut();
        Look look = Texts.look();
        Painter painter = new Painter(look);
        LabTest test =
                new LabTest(Home.folder(), System.getenv(), spec.commandLine().getErr()::println);
        boolean json = format == AuthorFormat.json;
        Consumer<List<Line>> show = json
                ? lines -> {}
                : lines -> {
                    out.print(painter.paint(lines));
                    out.flush();
                };
        LabTest.Request request = new LabTest.Request(
                Home.labs().load(lab), AwsChoice.parse(aws), name -> names.isEmpty() || names.contains(name), applyAll);
        LabTest.Result result = test.run(request, look.width(), show);
        out.print(json ? result.json() : painter.paint(List.of(Line.EMPTY, result.summary())));
        out.flush();
        return result.passed() ? 0 : 1;
    }

    /** Until it is interrupted. A change of cases alone tries these alone. */
    private int watch() throws InterruptedException {
        PrintWriter out = spec.commandLine().getOut();
        Lab loaded = Home.labs().load(lab);
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
                out.println(told.text());
            } catch (LabFileException broken) {
                out.println(broken.getMessage());
            }
            out.println("Watching " + loaded.labDirectory() + ". Ctrl-C ends it.");
            out.flush();
            List<Path> changed = watching.await();
            names = casesOf(changed, loaded.labDirectory().resolve("cases"));
            out.println();
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
