package dev.plumbline.cli;

import dev.plumbline.grading.Verdict;
import dev.plumbline.lab.Drill;
import dev.plumbline.lab.Lab;
import dev.plumbline.terminal.Exercise;
import dev.plumbline.terminal.FolderName;
import dev.plumbline.terminal.LabRun;
import dev.plumbline.terminal.LiveLab;
import dev.plumbline.terminal.Notices;
import dev.plumbline.terminal.Onward;
import dev.plumbline.terminal.Sitting;
import dev.plumbline.text.Line;
import dev.plumbline.text.Phrases;
import dev.plumbline.text.Wrap;
import dev.plumbline.workbench.AwsChoice;
import dev.plumbline.workbench.CallerEnvironment;
import dev.plumbline.workbench.DrillGround;
import dev.plumbline.workbench.LabReset;
import dev.plumbline.workbench.LabSetup;
import dev.plumbline.workbench.PracticeGround;
import dev.plumbline.workbench.UserError;
import dev.plumbline.workbench.Workbench;
import dev.plumbline.workspace.Journal;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A learner's way: a session on a lab, from there into drills and practice, and back again. */
final class Journey {
    private final Sessions sessions;
    private final Phrases phrases;
    private final AwsChoice aws;
    private final Map<String, String> caller;
    private final PrintWriter out;
    private final Notices notices;

    /** Where sessions are held, one after the other. */
    @FunctionalInterface
    interface Sessions {
        /**
         * One of them.
         *
         * @param first a command that is as good as typed, or empty
         * @return where the learner goes from there
         */
        Onward hold(LabRun lab, String first) throws IOException, InterruptedException;
    }

    /**
     * From this terminal.
     *
     * @param aws which AWS further folders are opened on
     * @param notices what the workbenches of the journey tell
     */
    Journey(boolean plain, AwsChoice aws, PrintWriter out, Notices notices) {
        this(
                Sitting.here(Texts.phrases(), CallerEnvironment.get(), plain)::session,
                aws,
                CallerEnvironment.get(),
                out,
                notices);
    }

    /**
     * From anywhere.
     *
     * @param caller the environment of the learner's shell
     */
    Journey(Sessions sessions, AwsChoice aws, Map<String, String> caller, PrintWriter out, Notices notices) {
        this.sessions = sessions;
        this.phrases = Texts.phrases();
        this.aws = aws;
        this.caller = Map.copyOf(caller);
        this.out = out;
        this.notices = notices;
    }

    /**
     * A session on a folder, until the learner leaves it for good. From practice, however often they changed its values,
     * one step leads back to this folder.
     *
     * @param first a command of the session that is as good as typed, or empty
     */
    void begin(Workbench own, String first) throws IOException, InterruptedException {
        Workbench here = own;
        try {
            enter(own);
            if (first.isEmpty()) {
                sayCutShort(own);
            }
            Onward to = session(own, first);
            while (here != own || !(to instanceof Onward.Out)) {
                here = follow(own, here, to);
                to = session(here, "");
            }
        } finally {
            if (here != own) {
                here.close();
            }
        }
    }

    private void enter(Workbench bench) {
        bench.createFolder();
        new LabSetup(bench, out::println).prepare();
        bench.prepare();
        out.flush();
    }

    private void sayCutShort(Workbench bench) {
        DrillGround.cutShort(bench.folder()).forEach(name -> say(phrases.say("drill.cut-short", "name", name)));
    }

    private Onward session(Workbench bench, String first) throws IOException, InterruptedException {
        return sessions.hold(new LiveLab(bench, exercise(bench), notices), first);
    }

    private static Exercise exercise(Workbench bench) {
        @Nullable Long seed = Journal.of(bench.folder()).progress().seed();
        return seed == null ? new Exercise.Whole() : new Exercise.Practice(seed);
    }

    /** Goes there; what cannot be done is said, and the learner stays where they are. */
    private Workbench follow(Workbench own, Workbench here, Onward to) throws InterruptedException {
        try {
            Workbench there = next(own, here, to);
            if (there != here && here != own) {
                here.close();
            }
            return there;
        } catch (IOException | RuntimeException refused) {
            say(TroubleText.of(refused));
            return here;
        }
    }

    /** A path that is longer than a line is left to the terminal: broken here, it could not be copied. */
    private void say(String words) {
        int width = Texts.look().width();
        words.lines()
                .flatMap(line -> Stream.of(line.split(" ")).anyMatch(word -> word.length() > width)
                        ? Stream.of(line)
                        : Wrap.at(width, line).stream().map(Line::text))
                .forEach(out::println);
        out.flush();
    }

    private Workbench next(Workbench own, Workbench here, Onward to) throws IOException, InterruptedException {
        if (to instanceof Onward.ToPractice practice) {
            return practice(own, here, practice);
        }
        if (to instanceof Onward.ToDrill drill) {
            drill(here, named(here.lab(), drill.drill()));
        } else if (to instanceof Onward.Again) {
            Path backup = new LabReset(here).run(this::say);
            say(phrases.say("session.was-reset") + "\n  " + FolderName.of(backup)); // unbroken, to be copied
        }
        return to instanceof Onward.Out ? own : here;
    }

    private Workbench practice(Workbench own, Workbench here, Onward.ToPractice to) {
        boolean same = exercise(here) instanceof Exercise.Practice now && now.seed() == to.seed();
        Path folder = same ? here.folder() : PracticeGround.beside(own(own, exercise(own)), to.seed());
        if (same || folder.equals(own.folder())) {
            clock(folder, to.timed());
            return same ? here : own;
        }
        Workbench there = new Practice(own.lab().id(), folder, to.seed()).open(aws, caller, notices);
        try {
            clock(folder, to.timed());
            enter(there);
            sayCutShort(there);
            return there;
        } catch (RuntimeException refused) {
            there.close();
            throw refused;
        }
    }

    private void clock(Path folder, boolean timed) {
        if (timed && !PracticeGround.startClock(folder)) {
            say(phrases.say("clock.late"));
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
            boolean again;
            boolean mended;
            try (Workbench copy = there ? ground.open(own, notices) : ground.make(own, notices)) {
                copy.prepare();
                LiveLab lab = new LiveLab(copy, new Exercise.Repair(drill), notices);
                again = sessions.hold(lab, "") instanceof Onward.Again;
                mended = Journal.of(copy.folder()).progress().passed() != null
                        || (!again && Assessment.of(copy).verdict() == Verdict.PASSED);
            }
            ground.leave(mended);
            if (!again) {
                return mended;
            }
        }
    }

    /** Practice in a folder for it, from the command line. */
    void practice(String lab, Path folder, long seed, boolean timed) throws IOException, InterruptedException {
        try (Workbench bench = new Practice(lab, folder, seed).open(aws, caller, out, notices)) {
            clock(folder, timed);
            begin(bench, "");
        }
    }
}
