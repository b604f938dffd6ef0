package dev.plumbline.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * How soon the embedded AWS answers in a running JVM: from the call that starts it, over its store on disk, to the answer
 * of a real GetCallerIdentity. The first start in a fresh JVM is the one that counts; a second one in the same JVM shows
 * what of it is class loading.
 */
final class EndpointBenchmark implements Benchmark {
    @Override
    public String name() {
        return "endpoint";
    }

    @Override
    public String what() {
        return "the embedded AWS, from being asked to start to its first answer";
    }

    @Override
    public Figures run(int rounds, Consumer<String> say) throws IOException, InterruptedException {
        double[] first = new double[rounds];
        double[] again = new double[rounds];
        for (int i = 0; i < rounds; i++) {
            say.accept("round " + (i + 1) + " of " + rounds);
            String[] printed = probe().strip().split(" ", -1);
            first[i] = Double.parseDouble(printed[0]);
            again[i] = Double.parseDouble(printed[1]);
        }
        Samples firsts = Samples.of(first);
        Samples agains = Samples.of(again);
        return Figures.of(
                Figures.Figure.median("ready", firsts, "first start in a fresh JVM: " + firsts.words()),
                Figures.Figure.median("again", agains, "second start in the same JVM: " + agains.words()));
    }

    /** A fresh JVM started as this one was: same class path, same archive of classes. */
    private static String probe() throws IOException, InterruptedException {
        List<String> words = new ArrayList<>();
        words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(word -> !word.startsWith("-agentlib") && !word.startsWith("-javaagent"))
                .forEach(words::add);
        words.addAll(List.of("-cp", System.getProperty("java.class.path"), EndpointProbe.class.getName()));
        Process process = new ProcessBuilder(words)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        process.getOutputStream().close();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IOException("the measuring process ended with code " + process.exitValue());
        }
        return printed;
    }
}
