package dev.plumbline.cli;

import dev.plumbline.cohort.results.Results;
import dev.plumbline.cohort.results.ResultsCsv;
import dev.plumbline.cohort.results.ResultsHtml;
import dev.plumbline.cohort.results.ResultsReader;
import dev.plumbline.cohort.results.ResultsText;
import dev.plumbline.text.Look;
import dev.plumbline.text.Painter;
import dev.plumbline.workbench.FileTrouble;
import dev.plumbline.workbench.Home;
import dev.plumbline.workbench.UserError;
import dev.plumbline.workbench.Version;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code lab report}. */
@Command(
        name = "report",
        mixinStandardHelpOptions = true,
        description = "Sums up what 'lab grade' found: verdicts, requirements, the most frequent mistakes, and each "
                + "submission. As text here, and as a page or a table in a file.",
        footer = {"", "Exit codes: 0 done, 2 wrong usage or no results in DIR, 4 a file could not be written."})
final class ReportCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(index = "0", paramLabel = "DIR", description = "The folder that 'lab grade --out DIR' wrote.")
    private Path folder = Path.of("");

    @Option(
            names = "--html",
            paramLabel = "FILE",
            description = "Writes a page for a browser, complete in one file; it needs no network.")
    private @Nullable Path html;

    @Option(
            names = "--csv",
            paramLabel = "FILE",
            description = "Writes a table for a spreadsheet, one row a submission.")
    private @Nullable Path csv;

    @Override
    public Integer call() throws IOException {
        Results results = read();
        PrintWriter err = spec.commandLine().getErr();
        if (results.isEmpty()) {
            results.unread().forEach(u -> err.println(u.file() + ": " + u.why()));
            throw UserError.usage(
                    "There are no results in " + folder + ". 'lab grade' writes them there with --out " + folder + ".");
        }
        Look look = Texts.look();
        spec.commandLine().getOut().print(new Painter(look).paint(ResultsText.lines(results, look.width())));
        spec.commandLine().getOut().flush();
        if (html != null) {
            save(html, new ResultsHtml(Home.folder()).write(results, Version.text()), "page", err);
        }
        if (csv != null) {
            save(csv, ResultsCsv.write(results), "table", err);
        }
        return 0;
    }

    private Results read() {
        if (!Files.isDirectory(folder)) {
            throw UserError.usage("There is no folder " + folder + ".");
        }
        try {
            return ResultsReader.read(folder);
        } catch (IOException closed) {
            throw UserError.usage("The folder " + folder + " cannot be listed: " + FileTrouble.reason(closed) + ".");
        }
    }

    private static void save(Path file, String text, String what, PrintWriter err) {
        try {
            Files.write(file, text.getBytes(StandardCharsets.UTF_8));
            err.println("The " + what + " is in " + file + ".");
        } catch (IOException refused) {
            throw UserError.trouble("The " + what + " could not be written to " + file + ": "
                    + FileTrouble.reason(refused) + ". Name another file.");
        }
    }
}
