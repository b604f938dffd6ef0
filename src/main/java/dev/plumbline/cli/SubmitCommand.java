package dev.plumbline.cli;

import dev.plumbline.coaching.Coach;
import dev.plumbline.cohort.bundle.BundleWriter;
import dev.plumbline.cohort.handin.HandIn;
import dev.plumbline.cohort.handin.HandInText;
import dev.plumbline.cohort.handin.PackedWork;
import dev.plumbline.grading.Report;
import dev.plumbline.grading.Verdict;
import dev.plumbline.lab.Lab;
import dev.plumbline.terraform.Cancellation;
import dev.plumbline.text.Look;
import dev.plumbline.text.Painter;
import dev.plumbline.workbench.BugReport;
import dev.plumbline.workbench.Home;
import dev.plumbline.workbench.SetupFile;
import dev.plumbline.workbench.UserError;
import dev.plumbline.workbench.Version;
import dev.plumbline.workbench.Workbench;
import dev.plumbline.workspace.SnapshotReader;
import dev.plumbline.workspace.WorkspaceSnapshot;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code lab submit}. */
@Command(
        name = "submit",
        mixinStandardHelpOptions = true,
        description = {
            "Judges your work as 'lab check' does and packs it into one file to hand in: your code and state, the "
                    + "judgement, and the evidence it rests on.",
            "The file is a plain zip. Keys in your code, your state and your shell are masked in it; what is masked or "
                    + "left out is said here and in its manifest.json. Work that does not pass, or could not be "
                    + "judged, can be handed in all the same."
        },
        footer = {
            "",
            "Exit codes: 0 the file is written, whatever the verdict, 2 wrong usage, 4 it could not be written."
        })
final class SubmitCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private LabArguments arguments = new LabArguments();

    @Option(
            names = "--output",
            required = true,
            paramLabel = "FILE",
            description = "The file to write, such as hand-in.zip. Only a bundle of this program is overwritten.")
    private Path output = Path.of("");

    private record Handed(Report report, PackedWork work) {}

    @Override
    public Integer call() {
        Lab lab = arguments.lab();
        arguments.requireFolder();
        BundleWriter.requirePlace(output);
        Handed handed = judge(lab, spec.commandLine().getErr());
        handed.work().write(output);
        Look look = Texts.look();
        HandInText text = new HandInText(Texts.phrases(), look.width());
        Path whole = output.toAbsolutePath().normalize();
        spec.commandLine()
                .getOut()
                .print(new Painter(look)
                        .paint(text.lines(
                                handed.report(),
                                handed.work(),
                                whole.toString(),
                                "unzip -l " + Invocation.quoted(output.toString()),
                                Invocation.bare("replay", output.toString()))));
        spec.commandLine().getOut().flush();
        return 0;
    }

    /** Whatever stands in the way of a judgement, the work can be handed in. */
    private Handed judge(Lab lab, PrintWriter err) {
        try (Workbench bench = arguments.open(err::println)) {
            RealAccountConsent.require(bench, err);
            AtomicReference<@Nullable Handed> packed = new AtomicReference<>();
            Report report = bench.check(new Cancellation(), (evidence, judged) -> {
                Report coached =
                        judged.withDiagnoses(Coach.of(Home.folder()).diagnose(evidence.lab(), evidence, judged));
                PackedWork work =
                        HandIn.of(evidence, coached, SetupFile.read(bench.folder()), bench.caller(), Instant.now());
                packed.set(new Handed(coached, work));
                return coached;
            });
            Handed handed = packed.get();
            return handed == null ? unjudged(lab, report) : handed;
        } catch (UserError trouble) {
            if (trouble.exitCode() != Verdict.COULD_NOT_GRADE.exitCode() || arguments.isReal()) {
                throw trouble;
            }
            return unjudged(lab, couldNotGrade(lab, trouble.text()));
        } catch (RuntimeException bug) {
            return unjudged(lab, couldNotGrade(lab, BugReport.of(bug)));
        }
    }

    private Handed unjudged(Lab lab, Report report) {
        try {
            WorkspaceSnapshot folder = SnapshotReader.read(arguments.folder());
            return new Handed(report, HandIn.of(lab, folder, report, System.getenv(), Instant.now()));
        } catch (IOException closed) {
            throw UserError.trouble("The folder " + arguments.folder() + " cannot be listed: " + closed.getMessage());
        }
    }

    private static Report couldNotGrade(Lab lab, String why) {
        return Report.withoutJudgement(
                lab, Verdict.COULD_NOT_GRADE, why, Map.of("plumbline", Version.text()), Map.of("total", 0L));
    }
}
