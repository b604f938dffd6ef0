package dev.plumbline.cli;

import dev.plumbline.grading.Report;
import dev.plumbline.lab.LabText;
import dev.plumbline.workbench.LabSetup;
import dev.plumbline.workbench.UserError;
import dev.plumbline.workbench.Workbench;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code lab demo}: the whole exercise, played by the real tools. */
@Command(
        name = "demo",
        mixinStandardHelpOptions = true,
        description = "Plays the whole exercise by itself with the real tools, explaining each step.")
final class DemoCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private LabArguments arguments = new LabArguments();

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        try (Workbench bench = arguments.begin(spec.commandLine().getErr()::println)) {
            RealAccountConsent.require(bench, out);
            bench.createFolder();
            new LabSetup(bench, out::println).prepare();
            String code = bench.lab().rules().codeFile();
            step(out, 1, "Write " + code, "Everything Terraform needs to know stands in one file.");
            String solution = solution(bench, code);
            place(bench.folder().resolve(code), solution, bench);
            solution.lines().forEach(line -> out.println("    " + line));
            step(
                    out,
                    2,
                    "terraform init",
                    "Reads the file, finds the provider it needs, installs it under .terraform.");
            if (!run(bench, out, "init", "-input=false")) {
                return stopped(bench, out, false);
            }
            step(out, 3, "terraform plan", "Compares the file with the state and with AWS, and changes nothing.");
            if (!run(bench, out, "plan", "-input=false")) {
                return stopped(bench, out, false);
            }
            step(
                    out,
                    4,
                    "terraform apply",
                    "Makes it so. By hand you type yes here. It takes 20 seconds and more: the provider waits that long "
                            + "by itself, whatever AWS does.");
            if (!run(bench, out, "apply", "-input=false", "-auto-approve")) {
                return stopped(bench, out, true);
            }
            step(
                    out,
                    5,
                    "terraform plan, once more",
                    "The proof: file, state and AWS agree. \"No changes.\" counts because the "
                            + bench.lab().subject().noun() + " is there.");
            if (!run(bench, out, "plan", "-input=false")) {
                return stopped(bench, out, true);
            }
            step(out, 6, arguments.typed().of("check"), "Judges file, plan, state and AWS, each by its own evidence.");
            Report report = Assessment.of(bench);
            out.print(ReportFormat.text.write(report, bench.folder(), Texts.look(), arguments.typed()));
            out.flush();
            return report.verdict().exitCode();
        }
    }

    private static void step(PrintWriter out, int number, String title, String why) {
        out.println();
        out.println("Step " + number + ". " + title);
        CoachText.wrapped(why, "  ").forEach(out::println);
        out.println();
        out.flush();
    }

    /** Whether it ended by itself, and not by Ctrl-C. */
    private static boolean run(Workbench bench, PrintWriter out, String... words) {
        ForegroundRun run = ForegroundRun.terraform(bench, List.of(words));
        if (run.code() != 0 && !run.interrupted()) {
            throw UserError.trouble("terraform " + String.join(" ", words) + " ended with code " + run.code()
                    + ". What it printed is above. Is all well on this machine? " + Invocation.bare("doctor"));
        }
        out.flush();
        return !run.interrupted();
    }

    private int stopped(Workbench bench, PrintWriter out, boolean applied) {
        out.println();
        out.println("The demo was stopped. Its files stay in " + bench.folder() + ".");
        if (applied) {
            out.println("What Terraform has built by now stays too; it goes with:");
            out.println("  " + arguments.typed().of("destroy"));
        }
        out.flush();
        return ForegroundRun.INTERRUPTED;
    }

    private static String solution(Workbench bench, String code) throws IOException {
        Path file = bench.lab().labDirectory().resolve("solution").resolve(code);
        if (!Files.isRegularFile(file)) {
            throw UserError.trouble("The lab " + bench.lab().id() + " has no solution to play (" + file + ").");
        }
        return LabText.of(bench.lab()).render(Files.readString(file));
    }

    /** A learner's own work is never overwritten; the starter of a lab is, as the learner would edit it. */
    private static void place(Path target, String solution, Workbench bench) throws IOException {
        if (Files.exists(target)) {
            String there = Files.readString(target);
            Path starter = bench.lab()
                    .labDirectory()
                    .resolve("starter")
                    .resolve(target.getFileName().toString());
            boolean ours = there.equals(solution)
                    || (Files.isRegularFile(starter)
                            && there.equals(LabText.of(bench.lab()).render(Files.readString(starter))));
            if (!ours) {
                throw UserError.usage(target
                        + " holds work of yours, which the demo would overwrite. Name an empty folder with --dir.");
            }
        }
        Files.writeString(target, solution);
    }
}
