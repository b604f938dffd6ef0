package dev.plumbline.cli;

import dev.plumbline.cohort.Beside;
import dev.plumbline.cohort.CohortRun;
import dev.plumbline.cohort.CohortSummary;
import dev.plumbline.cohort.Entry;
import dev.plumbline.cohort.Jobs;
import dev.plumbline.cohort.Reports;
import dev.plumbline.cohort.Results;
import dev.plumbline.cohort.Roll;
import dev.plumbline.cohort.Row;
import dev.plumbline.cohort.Shard;
import dev.plumbline.cohort.exam.ExamHall;
import dev.plumbline.cohort.intake.Intake;
import dev.plumbline.grading.Verdict;
import dev.plumbline.lab.Lab;
import dev.plumbline.text.Look;
import dev.plumbline.workbench.CallerEnvironment;
import dev.plumbline.workbench.FileTrouble;
import dev.plumbline.workbench.Home;
import dev.plumbline.workbench.UserError;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code lab grade}. */
@Command(
        name = "grade",
        mixinStandardHelpOptions = true,
        description = "Grades many submissions, each applied for real in a clean account of its own.",
        footer = {
            "",
            "A submission is a folder, a .zip, .tar.gz or .tgz, or a bundle written by 'lab submit'.",
            "Exit codes: 0 everything has a verdict, 2 wrong usage, 4 something could not be graded, 130 interrupted."
        })
final class GradeCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(index = "0", paramLabel = "LAB", description = "The lab, as 'lab list' names it.")
    private String lab = "";

    @Parameters(index = "1..*", arity = "1..*", paramLabel = "SUBMISSION", description = "What was handed in.")
    private List<Path> submissions = new ArrayList<>();

    @Option(names = "--out", required = true, paramLabel = "DIR", description = "Where the results go.")
    private Path out = Path.of("");

    @Option(names = "--jobs", paramLabel = "N", description = "How many at once. Default: what this machine can do.")
    private @Nullable Integer jobs;

    @Option(names = "--shard", paramLabel = "I/N", description = "Grades only the I-th of N parts.")
    private String shard = "1/1";

    @Option(names = "--resume", description = "Keeps the results that are there and grades what is missing.")
    private boolean resume;

    @Option(
            names = "--format",
            split = ",",
            paramLabel = "FORMAT",
            description =
                    "${COMPLETION-CANDIDATES}. Written for each submission beside its report.json; json also prints "
                            + "cohort.json here. Default: text.")
    private List<ReportFormat> formats = new ArrayList<>();

    @Override
    public Integer call() {
        PrintWriter err = spec.commandLine().getErr();
        Lab known = Home.labs().load(lab);
        Shard part = Shard.parse(shard)
                .orElseThrow(() ->
                        UserError.usage("--shard takes a part such as 1/4 (the first of four), not '" + shard + "'."));
        int atOnce = atOnce();
        requireSubmissions();
        List<Entry> mine = Roll.call(submissions).stream().filter(part::has).toList();
        Results results = new Results(out, lab);
        requireFresh(results, mine, part);
        try {
            grade(known, results, mine, Math.max(1, Math.min(atOnce, mine.size())), err);
            String content = results.sumUp();
            List<Row> rows = results.rows();
            PrintWriter to = spec.commandLine().getOut();
            if (formats.contains(ReportFormat.json)) {
                to.print(content);
            } else {
                CohortSummary.lines(lab, rows).forEach(to::println);
                to.println();
                to.println("The reports are in " + out.resolve("submissions") + ", all of them in "
                        + out.resolve("cohort.json") + ".");
            }
            to.flush();
            boolean open = mine.stream().anyMatch(entry -> rows.stream()
                    .anyMatch(row ->
                            row.id().equals(entry.id()) && row.verdict().equals(Verdict.COULD_NOT_GRADE.word())));
            return open ? Verdict.COULD_NOT_GRADE.exitCode() : 0;
        } catch (InterruptedException calledOff) {
            return ForegroundRun.INTERRUPTED;
        } catch (IOException refused) {
            throw UserError.trouble("The results could not be written to " + out + ": " + FileTrouble.reason(refused));
        }
    }

    private int atOnce() {
        Integer asked = jobs;
        if (asked != null && (asked < 1 || asked > 500)) {
            throw UserError.usage("--jobs takes a number from 1 to 500, not " + asked + ".");
        }
        return asked == null ? Jobs.usual() : asked;
    }

    private void requireSubmissions() {
        for (Path submission : submissions) {
            if (!Files.exists(submission)) {
                throw UserError.usage("There is no submission " + submission + ". Nothing was graded.");
            }
            if (!Intake.isPossible(submission)) {
                throw UserError.usage(submission
                        + " is neither a folder nor a .zip, .tar.gz, .tgz or bundle. Nothing was " + "graded.");
            }
        }
    }

    /** Results that somebody may need are never mixed with others by surprise. */
    private void requireFresh(Results results, List<Entry> mine, Shard part) {
        if (Files.exists(out) && !Files.isDirectory(out)) {
            throw UserError.usage(out + " is not a folder. Name another one with --out.");
        }
        for (Path submission : submissions) {
            if (out.toAbsolutePath()
                    .normalize()
                    .startsWith(submission.toAbsolutePath().normalize())) {
                throw UserError.usage("--out " + out + " lies inside the submission " + submission
                        + ", into which nothing is ever written. Name another folder.");
            }
        }
        try {
            boolean taken = part.count() > 1
                    ? mine.stream().anyMatch(entry -> results.has(entry.id()))
                    : !results.rows().isEmpty();
            Optional<String> other = results.otherLab();
            if (other.isPresent()) {
                throw UserError.usage(
                        out + " has results of another lab, " + other.get() + ". Name another folder with --out.");
            }
            if (taken && !resume) {
                throw UserError.usage(
                        out + " has results already. Add --resume to keep them and grade what is missing, or "
                                + "name another folder with --out.");
            }
        } catch (IOException closed) {
            throw UserError.trouble(out + " cannot be read: " + FileTrouble.reason(closed));
        }
    }

    private void grade(Lab known, Results results, List<Entry> mine, int atOnce, PrintWriter err)
            throws InterruptedException, IOException {
        GradeProgress progress = new GradeProgress(err, AtTerminal.somebody());
        ExamHall.Setting setting = new ExamHall.Setting(Home.folder(), CallerEnvironment.get(), true, progress::say);
        Reports reports = new Reports(known, results, beside());
        List<Entry> left =
                resume ? mine.stream().filter(entry -> !reports.isDone(entry)).toList() : mine;
        progress.begin(left.size(), mine.size() - left.size(), Math.min(atOnce, left.size()));
        if (left.isEmpty()) {
            return;
        }
        try (GradeInterrupt interrupt = new GradeInterrupt(results, progress, again());
                ExamHall hall = ExamHall.open(known, setting)) {
            CohortRun run = new CohortRun(hall, reports, progress);
            interrupt.ends(run);
            hall.prepare();
            run.grade(left, atOnce);
        } catch (ExamHall.ClosedException closed) {
            // Our trouble, and for each of them a report that says so: --resume tries again.
            progress.say(closed.text());
            reports.couldNotGrade(left, closed.text());
        } finally {
            progress.end();
        }
    }

    /** How the same is called again to go on. */
    private String again() {
        List<String> words =
                new ArrayList<>(spec.root().commandLine().getParseResult().originalArgs());
        if (!words.contains("--resume")) {
            words.add("--resume");
        }
        return Invocation.bare(words.toArray(new String[0]));
    }

    private List<Beside> beside() {
        List<ReportFormat> wanted = formats.isEmpty() ? List.of(ReportFormat.text) : formats;
        return wanted.stream()
                .distinct()
                .filter(format -> format != ReportFormat.json)
                .map(format -> new Beside(
                        file(format), (report, work) -> format.write(report, work, Look.PLAIN, Invocation.on(lab))))
                .toList();
    }

    private static String file(ReportFormat format) {
        return switch (format) {
            case text -> "report.txt";
            case json -> "report.json";
            case junit -> "report.junit.xml";
            case tap -> "report.tap";
            case gradescope -> "report.gradescope.json";
            case prairielearn -> "report.prairielearn.json";
            case github -> "report.github.txt";
        };
    }
}
