package dev.plumbline.coaching;

import dev.plumbline.grading.Diagnosis;
import dev.plumbline.grading.Evidence;
import dev.plumbline.grading.Report;
import dev.plumbline.lab.Lab;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Names the mistakes in one learner's work, root cause first, each with the smallest step out. It never judges: the verdict
 * is the report's, and on a report that has passed it has remarks at most.
 */
public final class Coach {
    /** Needs the text only, and is asked also where the text cannot be parsed. */
    private static final List<Recogniser> ALWAYS = List.of(new Lost(), new NoCode(), new SyntaxTroubles());

    /** Needs the source, and one that can be parsed. */
    private static final List<Recogniser> SOURCE = List.of(
            new Headers(),
            new Declarations(),
            new Types(),
            new Arguments(),
            new Misnamed(),
            new References(),
            new Multiplicity(),
            new Options(),
            new StateBlocks(),
            new Layout(),
            new Versions(),
            new Modes(),
            new Names(),
            new Regions(),
            new Attributes(),
            new Setup(),
            new Environment(),
            new Progress(),
            new Leftovers());

    /** Needs Terraform's answers and the account's. */
    private static final List<Recogniser> LATER =
            List.of(new Messages(), new Imports(), new StateTrouble(), new Drift());

    private final Path home;

    private Coach(Path home) {
        this.home = home;
    }

    /** The coach of an installation: {@code graders} and {@code content/mistakes} below the home folder. */
    public static Coach of(Path home) {
        return new Coach(home.toAbsolutePath().normalize());
    }

    /**
     * The ids of all mistakes that the lab's catalogues know.
     *
     * @throws dev.plumbline.lab.LabFileException if a catalogue or its texts cannot be used
     */
    public List<String> knownMistakes(Lab lab) {
        return List.copyOf(Catalogues.of(home, lab.mistakes()).mistakes().keySet());
    }

    /**
     * What is wrong, root cause first, remarks last; empty where nothing is.
     *
     * @throws dev.plumbline.lab.LabFileException if a catalogue or its texts cannot be used
     */
    public List<Diagnosis> diagnose(Lab lab, Evidence evidence, Report report) {
        // State and AWS tell of half of what a Terraform at work is about to do.
        return diagnose(lab, evidence, report, evidence.workspace().atWork());
    }

    /** The same from the files alone: no process is started and no account asked. For the first milliseconds of a save. */
    public List<Diagnosis> diagnoseSource(Lab lab, Evidence evidence, Report report) {
        return diagnose(lab, evidence, report, true);
    }

    private List<Diagnosis> diagnose(Lab lab, Evidence evidence, Report report, boolean sourceOnly) {
        Catalogue catalogue = Catalogues.of(home, lab.mistakes());
        Situation situation = new Situation(lab, evidence, report, catalogue, sourceOnly);
        List<Sighting> seen = new ArrayList<>();
        Consumer<Sighting> collect = seen::add;
        ALWAYS.forEach(recogniser -> recogniser.look(situation, collect));
        boolean broken = situation.isBroken();
        if (!broken) {
            SOURCE.forEach(recogniser -> recogniser.look(situation, collect));
            if (!sourceOnly) {
                LATER.forEach(recogniser -> recogniser.look(situation, collect));
            }
        }
        return new Ranking(situation).diagnoses(seen);
    }
}
