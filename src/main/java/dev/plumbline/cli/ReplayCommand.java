package dev.plumbline.cli;

import dev.plumbline.coaching.Coach;
import dev.plumbline.cohort.replay.Replay;
import dev.plumbline.cohort.replay.ReplayJson;
import dev.plumbline.cohort.replay.ReplayText;
import dev.plumbline.cohort.replay.Replayer;
import dev.plumbline.text.Look;
import dev.plumbline.text.Painter;
import dev.plumbline.workbench.BugReport;
import dev.plumbline.workbench.Home;
import dev.plumbline.workbench.UserError;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code lab replay}. */
@Command(
        name = "replay",
        mixinStandardHelpOptions = true,
        description = {
            "Judges what was handed in with 'lab submit' again, from the evidence in it, and says whether the same comes "
                    + "out as it claims, whether it was changed, and whether its layers fit together.",
            "No Terraform command is run, nothing of the submission is carried out, no network and no AWS is needed.",
            "All of a bundle comes from the learner's machine and can be forged as a whole: a replay shows that it "
                    + "agrees with itself. To prove the work, do it anew from its code: 'lab grade'."
        },
        footer = {
            "",
            "Exit codes, the worst of all: 0 passed, 1 not passed, changed, or not what it claims, 2 wrong usage, "
                    + "3 not gradable or no bundle, 4 could not grade."
        })
final class ReplayCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(arity = "1..*", paramLabel = "BUNDLE", description = "What 'lab submit' wrote.")
    private List<Path> bundles = new ArrayList<>();

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "text",
            description = "${COMPLETION-CANDIDATES}. Default: text.")
    private ListCommand.Format format = ListCommand.Format.text;

    @Override
    public Integer call() {
        for (Path bundle : bundles) {
            if (!Files.exists(bundle)) {
                throw UserError.usage("There is no file " + bundle + ".");
            }
        }
        Replayer replayer = new Replayer(Home.labs(), Coach.of(Home.folder()));
        Look look = Texts.look();
        ReplayText text = new ReplayText(
                Texts.phrases(), look.width(), command -> command.replaceFirst("^lab\\b", Invocation.self()));
        PrintWriter out = spec.commandLine().getOut();
        List<Replay> replays = new ArrayList<>();
        for (Path bundle : bundles) {
            Replay replay = one(replayer, bundle);
            replays.add(replay);
            if (format == ListCommand.Format.text) {
                out.print(new Painter(look).paint(text.lines(replay)));
                out.flush();
            }
        }
        if (format == ListCommand.Format.json) {
            out.print(ReplayJson.write(replays));
        } else if (replays.size() > 1) {
            out.print(new Painter(look).paint(text.summary(replays)));
        }
        out.flush();
        return replays.stream().mapToInt(Replay::exitCode).max().orElse(0);
    }

    /** One that brings this program down is no reason to keep the others waiting. */
    private static Replay one(Replayer replayer, Path bundle) {
        try {
            return replayer.replay(bundle);
        } catch (UserError known) {
            throw known;
        } catch (RuntimeException | StackOverflowError bug) {
            return new Replay.Refused(bundle, BugReport.of(bug));
        }
    }
}
