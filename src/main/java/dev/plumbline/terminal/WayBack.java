package dev.plumbline.terminal;

import dev.plumbline.cloud.Backend;
import java.nio.file.Path;

/** The command that leads back to where a learner works, whole, as it is typed where they stand. */
final class WayBack {
    /** What starts this program, as the launcher tells it. */
    private static final String PROGRAM = System.getProperty("plumbline.command", "lab");

    private WayBack() {}

    static String of(LabRun lab) {
        String id = lab.lab().id();
        if (lab.exercise() instanceof Exercise.Practice practice) {
            String folder = id + "-practice-" + practice.seed();
            return PROGRAM + " practice " + id + " --seed " + practice.seed() + place(lab, folder) + aws(lab);
        }
        return PROGRAM + " start " + id + place(lab, id) + aws(lab);
    }

    /** Work on another AWS would not be found on the built-in one. */
    private static String aws(LabRun lab) {
        return lab.backend()
                .filter(backend -> !(backend instanceof Backend.Embedded))
                .map(backend -> " --aws " + quoted(backend.name()))
                .orElse("");
    }

    /** The command that gives a second terminal the same folder and AWS. */
    static String shell(LabRun lab) {
        return PROGRAM + " shell " + lab.lab().id() + place(lab, lab.lab().id()) + aws(lab);
    }

    private static String place(LabRun lab, String usual) {
        Path there = lab.workspace().toAbsolutePath().normalize();
        Path expected = Path.of("workspace", usual).toAbsolutePath();
        return there.equals(expected) ? "" : " --dir " + quoted(FolderName.of(there));
    }

    private static String quoted(String word) {
        return word.matches("[\\w./+@%:,=-]+") ? word : "'" + word.replace("'", "'\\''") + "'";
    }
}
