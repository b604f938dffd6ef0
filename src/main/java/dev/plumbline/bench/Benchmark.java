package dev.plumbline.bench;

import java.io.IOException;
import java.util.function.Consumer;

/** One thing that {@code lab bench} measures. */
public interface Benchmark {
    /** The word that names it on the command line. */
    String name();

    /** What it measures, in a line. */
    String what();

    /** How often each thing is run where nobody says: fewer where stock Terraform takes its seconds. */
    default int usualRounds() {
        return 11;
    }

    /**
     * Measures it.
     *
     * @param rounds how often each thing is run; the figures are medians of so many
     * @param say told what goes on while it goes on; never part of the result
     * @throws IOException if what is measured cannot be run
     */
    Figures run(int rounds, Consumer<String> say) throws IOException, InterruptedException;
}
