package dev.plumbline.cli;

import dev.plumbline.workbench.AwsChoice;
import dev.plumbline.workbench.Home;
import dev.plumbline.workbench.PracticeGround;
import dev.plumbline.workbench.Workbench;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Consumer;

/**
 * A lab with other values, in a folder of its own.
 *
 * @param seed which values
 */
record Practice(String lab, Path folder, long seed) {
    /**
     * Opens it from a command line: a real account is asked about first, and nothing is written before the answer.
     *
     * @throws dev.plumbline.workbench.UserError if the folder holds something else, or nobody agreed
     */
    Workbench open(AwsChoice aws, Map<String, String> caller, PrintWriter out, Consumer<String> say) {
        return open(aws, caller, say, bench -> RealAccountConsent.require(bench, out));
    }

    /** Opens it from a session, whose learner has agreed to the same AWS already. */
    Workbench open(AwsChoice aws, Map<String, String> caller, Consumer<String> say) {
        return open(aws, caller, say, agreed -> {});
    }

    private Workbench open(
            AwsChoice aws, Map<String, String> caller, Consumer<String> say, Consumer<Workbench> consent) {
        PracticeGround.requireFree(folder, seed);
        Workbench bench = Workbench.open(Home.labs().draw(lab, seed), folder, aws, caller, say);
        try {
            consent.accept(bench);
            PracticeGround.claim(folder, seed);
            return bench;
        } catch (RuntimeException refused) {
            bench.close();
            throw refused;
        }
    }
}
