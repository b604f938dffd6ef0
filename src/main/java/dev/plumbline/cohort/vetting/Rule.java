package dev.plumbline.cohort.vetting;

/** One thing that the vetting looks for in a folder of code. */
interface Rule {
    /** Looks, and tells what it finds. */
    void look(CodeFolder code, Found found);
}
