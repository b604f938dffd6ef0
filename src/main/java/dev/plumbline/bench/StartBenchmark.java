package dev.plumbline.bench;

import dev.plumbline.workbench.Home;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/** How long a learner waits for the first line: the launcher, a fresh JVM, the labs read, the list printed. */
final class StartBenchmark implements Benchmark {
    @Override
    public String name() {
        return "start";
    }

    @Override
    public String what() {
        return "a cold ./lab list, beside a JVM that does nothing";
    }

    @Override
    public Figures run(int rounds, Consumer<String> say) throws IOException, InterruptedException {
        Path launcher = Home.folder().resolve("lab");
        if (!Files.isExecutable(launcher)) {
            throw new IOException(launcher + " cannot be run");
        }
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        wall(List.of(launcher.toString(), "list")); // builds, and writes the class archive, if need be
        double[] list = new double[rounds];
        double[] bare = new double[rounds];
        for (int i = 0; i < rounds; i++) {
            say.accept("round " + (i + 1) + " of " + rounds);
            list[i] = wall(List.of(launcher.toString(), "list"));
            bare[i] = wall(List.of(java, "-Xshare:auto", "-version"));
        }
        Samples lists = Samples.of(list);
        Samples bares = Samples.of(bare);
        return Figures.of(
                Figures.Figure.median("list", lists, "lab list, cold: " + lists.words()),
                Figures.Figure.median("jvm", bares, "java -version, for comparison: " + bares.words()));
    }

    private static double wall(List<String> words) throws IOException, InterruptedException {
        long start = System.nanoTime();
        Process process = new ProcessBuilder(words)
                .redirectErrorStream(true)
                .redirectOutput(new File(File.separatorChar == '/' ? "/dev/null" : "NUL"))
                .start();
        process.getOutputStream().close();
        int code = process.waitFor();
        double elapsed = (System.nanoTime() - start) / 1e6;
        if (code != 0) {
            throw new IOException(String.join(" ", words) + " ended with code " + code);
        }
        return elapsed;
    }
}
