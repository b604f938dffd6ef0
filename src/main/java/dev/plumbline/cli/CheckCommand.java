package dev.plumbline.cli;

import dev.plumbline.grading.Report;
import dev.plumbline.grading.Verdict;
import dev.plumbline.lab.Lab;
import dev.plumbline.text.Look;
import dev.plumbline.workbench.BugReport;
import dev.plumbline.workbench.FileTrouble;
import dev.plumbline.workbench.UserError;
import dev.plumbline.workbench.Version;
import dev.plumbline.workbench.Workbench;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code lab check}. */
@Command(
        name = "check",
        mixinStandardHelpOptions = true,
        description = "Judges your work: the file, a plan, the state and the live cloud.",
        footer = {"", "Exit codes: 0 passed, 1 not passed, 2 wrong usage, 3 not gradable, 4 could not grade."})
final class CheckCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private LabArguments arguments = new LabArguments();

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "text",
            description = "${COMPLETION-CANDIDATES}. Default: text.")
    private ReportFormat format = ReportFormat.text;

    @Option(names = "--output", paramLabel = "FILE", description = "Writes the report to a file instead.")
    private @Nullable Path output;

    @Override
    public Integer call() {
        PrintWriter err = spec.commandLine().getErr();
        Lab lab = arguments.lab();
        Report report = judge(lab, err);
        Look look = output == null ? Texts.look() : Look.PLAIN;
        String text = format.write(report, arguments.folder(), look, arguments.typed());
        Path file = output;
        if (file == null) {
            spec.commandLine().getOut().print(text);
            spec.commandLine().getOut().flush();
        } else {
            save(file, text);
            err.println("The report is in " + file + ".");
        }
        return report.verdict().exitCode();
    }

    /** Whatever stands in the way, there is a report: a program that reads it hears why nothing was judged. */
    private Report judge(Lab lab, PrintWriter err) {
        try (Workbench bench = arguments.open(err::println)) {
            RealAccountConsent.require(bench, err);
            return Assessment.of(bench);
        } catch (UserError trouble) {
            if (trouble.exitCode() != Verdict.COULD_NOT_GRADE.exitCode()) {
                throw trouble;
            }
            return couldNotGrade(lab, trouble.text());
        } catch (RuntimeException bug) {
            // A crash of ours is never a learner's failure.
            return couldNotGrade(lab, BugReport.of(bug));
        }
    }

    private static Report couldNotGrade(Lab lab, String why) {
        return Report.withoutJudgement(
                lab, Verdict.COULD_NOT_GRADE, why, Map.of("plumbline", Version.text()), Map.of("total", 0L));
    }

    private static void save(Path file, String text) {
        try {
            Files.write(file, text.getBytes(StandardCharsets.UTF_8));
        } catch (IOException refused) {
            throw UserError.trouble("The report could not be written to " + file + ": " + FileTrouble.reason(refused));
        }
    }
}
