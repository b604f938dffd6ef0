package dev.plumbline.cli;

import dev.plumbline.grading.Verdict;
import dev.plumbline.lab.Drill;
import dev.plumbline.lab.Lab;
import dev.plumbline.terminal.Exercise;
import dev.plumbline.terminal.LiveLab;
import dev.plumbline.terminal.Notices;
import dev.plumbline.terminal.Onward;
import dev.plumbline.terminal.Sitting;
import dev.plumbline.text.Phrases;
import dev.plumbline.workbench.AwsChoice;
import dev.plumbline.workbench.CallerEnvironment;
import dev.plumbline.workbench.DrillGround;
import dev.plumbline.workbench.Home;
import dev.plumbline.workbench.LabReset;
import dev.plumbline.workbench.LabSetup;
import dev.plumbline.workbench.PracticeGround;
import dev.plumbline.workbench.UserError;
import dev.plumbline.workbench.Workbench;
import dev.plumbline.workspace.Journal;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** A learner's way: a session on a lab, from there into drills and practice, and back again. */
final class Journey {
    private final Sitting sitting;
    private final Phrases phrases;
    private final AwsChoice aws;
    private final PrintWriter out;
    private final Notices notices;

    /**
     * From this terminal.
     *
     * @param aws which AWS further folders are opened on
     * @param notices what the workbenches of the journey tell
     */
    Journey(boolean plain, AwsChoice aws, PrintWriter out, Notices notices) {
        this.notices = notices;
        this.phrases = Texts.phrases();
        this.sitting = Sitting.here(phrases, CallerEnvironment.get(), plain);
        this.aws = aws;
        this.out = out;
    }

    /**
     * A session on a folder, until the learner leaves it for good.
     *
     * @param first a command of the session that is as good as typed, or empty
     */
    void begin(Workbench bench, String first) throws IOException, InterruptedException {
        bench.createFolder();
        new LabSetup(bench, out::println).prepare();
        bench.prepare();
        DrillGround.cutShort(bench.folder()).forEach(name -> out.println(phrases.say("drill.cut-short", "name", name)));
        out.flush();
        Onward to = sitting.session(new LiveLab(bench, exercise(bench), notices), first);
        while (!(to instanceof Onward.Out)) {
            follow(bench, to);
            to = sitting.session(new LiveLab(bench, exercise(bench), notices), "");
        }
    }

    private static Exercise exercise(Workbench bench) {
        @Nullable Long seed = Journal.of(bench.folder()).progress().seed();
        return seed == null ? new Exercise.Whole() : new Exercise.Practice(seed);
    }

    private void follow(Workbench bench, Onward to) throws IOException, InterruptedException {
        if (to instanceof Onward.ToDrill drill) {
            try {
                drill(bench, named(bench.lab(), drill.drill()));
            } catch (UserError notPrepared) {
                out.println(notPrepared.text());
                out.flush();
            }
        } else if (to instanceof Onward.ToPractice practice) {
            Exercise now = exercise(bench);
            boolean here = now instanceof Exercise.Practice same && same.seed() == practice.seed();
            if (!here) {
                Path folder = PracticeGround.beside(own(bench, now), practice.seed());
                practice(bench.lab().id(), folder, practice.seed(), practice.timed());
            } else if (practice.timed()) {
                PracticeGround.startClock(bench.folder());
            }
        } else if (to instanceof Onward.Again) {
            Path backup = new LabReset(bench).run();
            out.println(phrases.say("session.was-reset", "backup", backup));
            out.flush();
        }
    }

    /** Practice after practice goes on beside the learner's own folder, not beside the last one's. */
    private static Path own(Workbench bench, Exercise now) {
        if (now instanceof Exercise.Practice practice) {
            String name = bench.folder().getFileName().toString();
            String tail = "-practice-" + practice.seed();
            if (name.endsWith(tail)) {
                return bench.folder().resolveSibling(name.substring(0, name.length() - tail.length()));
            }
        }
        return bench.folder();
    }

    /** The drill of that name. */
    static Drill named(Lab lab, String name) {
        return lab.drills().stream()
                .filter(d -> d.id().equals(name))
                .findFirst()
                .orElseThrow(() -> UserError.usage("There is no drill called '" + name + "'. There are: "
                        + String.join(", ", lab.drills().stream().map(Drill::id).toList()) + "."));
    }

    /**
     * A drill on a finished exercise, from its story to the way back.
     *
     * @return whether it was mended
     */
    boolean drill(Workbench own, Drill drill) throws IOException, InterruptedException {
        DrillGround ground = new DrillGround(own.folder(), own.lab(), drill);
        while (true) {
            boolean there = ground.ready();
            if (!there) {
                out.println(phrases.say("drill.preparing"));
                out.flush();
            }
            try (Workbench copy = there ? ground.open(own, notices) : ground.make(own, notices)) {
                copy.prepare();
                LiveLab lab = new LiveLab(copy, new Exercise.Repair(drill), notices);
                boolean again = sitting.session(lab, "") instanceof Onward.Again;
                boolean mended = Journal.of(copy.folder()).progress().passed() != null
                        || (!again && Assessment.of(copy).verdict() == Verdict.PASSED);
                ground.leave(mended);
                if (!again) {
                    return mended;
                }
            }
        }
    }

    /** Practice in a folder for it. */
    void practice(String lab, Path folder, long seed, boolean timed) throws IOException, InterruptedException {
        PracticeGround.claim(folder, seed);
        Lab drawn = PracticeGround.lab(Home.labs(), lab, folder);
        try (Workbench bench = Workbench.open(drawn, folder, aws, CallerEnvironment.get(), notices)) {
            if (timed) {
                PracticeGround.startClock(folder);
            }
            begin(bench, "");
        }
    }
}
