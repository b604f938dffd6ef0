package dev.plumbline.bench;

import dev.plumbline.workbench.Home;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * How soon the embedded AWS answers in a running JVM: from the call that starts it, over its store on disk, to the answer
 * of a real GetCallerIdentity. The first start is the one that counts, in a JVM that has done what every command does before
 * it asks: read its lab. Two others show where the time goes: in a JVM that has loaded nothing, and the second start in one.
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
        double[] ready = new double[rounds];
        double[] bare = new double[rounds];
        double[] again = new double[rounds];
        String lab = Home.labs().ids().get(0);
        for (int i = 0; i < rounds; i++) {
            say.accept("round " + (i + 1) + " of " + rounds);
            ready[i] = probe(lab)[0];
            double[] both = probe();
            bare[i] = both[0];
            again[i] = both[1];
        }
        Samples readies = Samples.of(ready);
        Samples bares = Samples.of(bare);
        Samples agains = Samples.of(again);
        return Figures.of(
                Figures.Figure.median(
                        "ready", readies, "first start, once a command has read its lab: " + readies.words()),
                Figures.Figure.median("bare", bares, "first start in a JVM that has loaded nothing: " + bares.words()),
                Figures.Figure.median("again", agains, "second start in the same JVM: " + agains.words()));
    }

    /** A fresh JVM started as this one was: same class path, same archive of classes. */
    private static double[] probe(String... words) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(word -> !word.startsWith("-agentlib") && !word.startsWith("-javaagent"))
                .forEach(command::add);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), EndpointProbe.class.getName()));
        command.addAll(List.of(words));
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        process.getOutputStream().close();
        String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0) {
            throw new IOException("the measuring process ended with code " + process.exitValue());
        }
        return Stream.of(printed.strip().split(" ", -1))
                .mapToDouble(Double::parseDouble)
                .toArray();
    }
}
