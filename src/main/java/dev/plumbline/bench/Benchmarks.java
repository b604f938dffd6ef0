package dev.plumbline.bench;

import java.util.List;
import java.util.Optional;

/** Every benchmark there is. */
public final class Benchmarks {
    private Benchmarks() {}

    /** In the order in which {@code lab bench} without a name runs them. */
    public static List<Benchmark> all() {
        return List.of(
                new StartBenchmark(),
                new EndpointBenchmark(),
                new EngineBenchmark(),
                new WatchBenchmark(),
                new CohortBenchmark());
    }

    /** The one of that name. */
    public static Optional<Benchmark> named(String name) {
        return all().stream().filter(b -> b.name().equals(name)).findFirst();
    }
}
