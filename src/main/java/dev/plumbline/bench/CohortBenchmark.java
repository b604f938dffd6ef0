package dev.plumbline.bench;

import dev.plumbline.bench.Figures.Figure;
import dev.plumbline.cohort.Jobs;
import java.io.IOException;
import java.util.Locale;
import java.util.function.Consumer;

/**
 * Grading a cohort beside what anybody can do without: the same submissions one after the other, each with a plain terraform
 * init, apply and plan. Each round grades one cohort and runs one submission plainly, so that whatever else the machine does
 * meets both.
 */
final class CohortBenchmark implements Benchmark {
    /** More than one wave, so that what a run costs before its first submission does not decide. */
    private static final int MOST = 40;

    @Override
    public String name() {
        return "cohort";
    }

    @Override
    public String what() {
        return "grading many submissions, beside a plain init, apply and plan of one after the other";
    }

    @Override
    public int usualRounds() {
        return 2;
    }

    @Override
    public Figures run(int rounds, Consumer<String> say) throws IOException, InterruptedException {
        int jobs = Jobs.usual();
        int size = Math.min(MOST, jobs + jobs / 4 + 1);
        try (CohortGround ground = new CohortGround(size)) {
            double[] graded = new double[rounds];
            double[] plain = new double[rounds];
            for (int i = 0; i < rounds; i++) {
                say.accept("round " + (i + 1) + " of " + rounds + ": one plainly, then " + size + ", " + jobs
                        + " at a time");
                plain[i] = ground.plain();
                graded[i] = ground.graded(jobs) / size;
            }
            return figures(Samples.of(graded), Samples.of(plain), size, jobs);
        }
    }

    private static Figures figures(Samples graded, Samples plain, int size, int jobs) {
        double ratio = graded.median() / plain.median();
        return Figures.of(
                figure("ratio", ratio, "time for each submission, graded of plain: %.3f", ratio),
                figure("perMinute", 60_000 / graded.median(), "graded: %.1f a minute", 60_000 / graded.median()),
                figure(
                        "plain.perMinute",
                        60_000 / plain.median(),
                        "plainly, one by one: %.1f a minute",
                        60_000 / plain.median()),
                Figure.median("graded", graded, "each of " + size + ", " + jobs + " at a time: " + graded.words()),
                Figure.median("plain", plain, "init, apply and plan of one: " + plain.words()));
    }

    private static Figure figure(String name, double value, String words, double shown) {
        return new Figure(name, value, String.format(Locale.ROOT, words, shown));
    }
}
