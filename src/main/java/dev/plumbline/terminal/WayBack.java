package dev.plumbline.terminal;

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
            return PROGRAM + " practice " + id + " --seed " + practice.seed() + place(lab, folder);
        }
        return PROGRAM + " start " + id + place(lab, id);
    }

    private static String place(LabRun lab, String usual) {
        Path there = lab.workspace().toAbsolutePath().normalize();
        Path expected = Path.of("workspace", usual).toAbsolutePath();
        if (there.equals(expected)) {
            return "";
        }
        String name = FolderName.of(there);
        return " --dir " + (name.matches("[\\w./+@%:,=-]+") ? name : "'" + name.replace("'", "'\\''") + "'");
    }
}
