package dev.plumbline.terminal;

/** What the prompt calls the exercise. */
final class Label {
    private Label() {}

    static String of(LabRun lab) {
        if (lab.exercise() instanceof Exercise.Repair repair) {
            return "drill " + repair.drill().id();
        }
        if (lab.exercise() instanceof Exercise.Practice practice) {
            return "practice " + practice.seed();
        }
        return lab.lab().id();
    }
}
