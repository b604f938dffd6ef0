package dev.plumbline.authoring.lint;

import dev.plumbline.lab.LabProblem;

/**
 * One thing a rule has to say.
 *
 * @param weight whether the lab is wrong, or could be better
 */
record Remark(Weight weight, LabProblem problem) {
    /** How much it matters. */
    enum Weight {
        /** The lab is wrong. */
        ERROR,
        /** The lab could be better. */
        ADVICE
    }

    static Remark error(String file, String says, String next) {
        return new Remark(Weight.ERROR, LabProblem.of(file, says, next));
    }

    static Remark error(LabProblem problem) {
        return new Remark(Weight.ERROR, problem);
    }

    static Remark advice(LabProblem problem) {
        return new Remark(Weight.ADVICE, problem);
    }

    static Remark advice(String file, String says, String next) {
        return new Remark(Weight.ADVICE, LabProblem.of(file, says, next));
    }

    static Remark advice(String file, int line, int column, String says, String next) {
        return new Remark(Weight.ADVICE, new LabProblem(file, line, column, says, next));
    }
}
