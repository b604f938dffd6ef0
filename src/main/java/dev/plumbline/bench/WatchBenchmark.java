package dev.plumbline.bench;

import dev.plumbline.lab.Lab;
import dev.plumbline.lab.LabText;
import dev.plumbline.terminal.Exercise;
import dev.plumbline.terminal.FeedbackProbe;
import dev.plumbline.terminal.LiveLab;
import dev.plumbline.terminal.Notices;
import dev.plumbline.text.Language;
import dev.plumbline.text.Phrases;
import dev.plumbline.workbench.AwsChoice;
import dev.plumbline.workbench.CallerEnvironment;
import dev.plumbline.workbench.Home;
import dev.plumbline.workbench.Workbench;
import dev.plumbline.workspace.ScratchFolder;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * How long after a save each part of a session's answer is on the screen, counted from before the file is written: that it
 * was seen, what the file shows, what a real plan adds, what the account says. The file is the first lab's solution, not
 * yet applied, with a comment that differs from save to save.
 */
final class WatchBenchmark implements Benchmark {
    @Override
    public String name() {
        return "watch";
    }

    @Override
    public String what() {
        return "a session's answer to a save: seen, file, plan, AWS";
    }

    @Override
    public Figures run(int rounds, Consumer<String> say) throws IOException, InterruptedException {
        Path folder = ScratchFolder.create("bench");
        try {
            return run(folder, rounds, say);
        } finally {
            ScratchFolder.delete(folder);
        }
    }

    private static Figures run(Path folder, int rounds, Consumer<String> say) throws IOException, InterruptedException {
        Lab lab = Home.labs().load("kinesis-stream");
        Path file = folder.resolve(lab.rules().codeFile());
        String solution = LabText.of(lab)
                .render(Files.readString(lab.labDirectory()
                        .resolve("solution")
                        .resolve(lab.rules().codeFile())));
        Files.writeString(file, solution);
        Phrases phrases = Phrases.in(Language.chosen(Home.folder()));
        double[] seen = new double[rounds];
        double[] source = new double[rounds];
        double[] plan = new double[rounds];
        double[] cloud = new double[rounds];
        Random random = new Random(1);
        Notices notices = new Notices(say);
        try (Workbench bench =
                Workbench.open(lab, folder, new AwsChoice.Embedded(), CallerEnvironment.get(), notices)) {
            bench.prepare();
            try (FeedbackProbe probe = new FeedbackProbe(new LiveLab(bench, new Exercise.Whole(), notices), phrases)) {
                probe.save(file, text(solution, -1)); // the first look of a JVM loads its classes
                for (int i = 0; i < rounds; i++) {
                    say.accept("round " + (i + 1) + " of " + rounds);
                    // Saves fall anywhere between two looks of the watcher.
                    TimeUnit.MILLISECONDS.sleep(random.nextInt(200));
                    FeedbackProbe.Times times = probe.save(file, text(solution, i));
                    seen[i] = times.seen();
                    source[i] = times.source();
                    plan[i] = times.plan();
                    cloud[i] = times.cloud();
                }
            }
        }
        return Figures.of(
                figure("seen", Samples.of(seen), "saved to seen"),
                figure("source", Samples.of(source), "saved to what the file shows"),
                figure("plan", Samples.of(plan), "saved to what a real plan says"),
                figure("cloud", Samples.of(cloud), "saved to the whole answer"));
    }

    private static Figures.Figure figure(String name, Samples samples, String what) {
        return Figures.Figure.median(name, samples, what + ": " + samples.words());
    }

    private static byte[] text(String solution, int round) {
        return (solution + "\n# save " + round + "\n").getBytes(StandardCharsets.UTF_8);
    }
}
