package dev.plumbline.bench;

import dev.plumbline.bench.Figures.Figure;
import dev.plumbline.bench.TwoWays.Cost;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** One command in one folder, run stock and warm in turn, and what each run cost. */
final class SideBySide {
    private final String what;
    private final Path folder;
    private final List<String> words;
    private final List<Cost> stock = new ArrayList<>();
    private final List<Cost> warm = new ArrayList<>();

    SideBySide(String what, Path folder, List<String> words) {
        this.what = what;
        this.folder = folder;
        this.words = List.copyOf(words);
    }

    Path folder() {
        return folder;
    }

    List<String> words() {
        return words;
    }

    void run(TwoWays ways) throws IOException, InterruptedException {
        stock.add(ways.stock(folder, words));
        warm.add(ways.warm(folder, words));
    }

    double wallRatio() {
        return samples(warm, Cost::wall).median() / samples(stock, Cost::wall).median();
    }

    double cpuRatio() {
        return samples(warm, Cost::cpu).median() / samples(stock, Cost::cpu).median();
    }

    List<Figure> figures(String name) {
        Samples stockWall = samples(stock, Cost::wall);
        Samples warmWall = samples(warm, Cost::wall);
        List<Figure> all = new ArrayList<>(List.of(
                Figure.median(name + ".stock", stockWall, what + ", stock: " + stockWall.words()),
                Figure.median(name + ".warm", warmWall, what + ", warm:  " + warmWall.words())));
        if (CpuTime.known()) {
            Samples stockCpu = samples(stock, Cost::cpu);
            Samples warmCpu = samples(warm, Cost::cpu);
            all.add(new Figure(
                    name + ".stock.cpuMs", stockCpu.median(), what + ", stock, processor: " + stockCpu.words()));
            all.add(new Figure(
                    name + ".warm.cpuMs", warmCpu.median(), what + ", warm, processor:  " + warmCpu.words()));
        }
        return all;
    }

    private static Samples samples(List<Cost> costs, ToDoubleFunction<Cost> part) {
        return Samples.of(costs.stream().mapToDouble(part).toArray());
    }
}
