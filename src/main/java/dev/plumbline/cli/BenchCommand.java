package dev.plumbline.cli;

import dev.plumbline.bench.Benchmark;
import dev.plumbline.bench.Benchmarks;
import dev.plumbline.bench.Figures;
import dev.plumbline.bench.FiguresJson;
import dev.plumbline.workbench.UserError;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code lab bench}. */
@Command(
        name = "bench",
        mixinStandardHelpOptions = true,
        description = "Measures this machine, side by side with stock Terraform where there is something to compare.",
        footer = {"", "Without a name, all of them run, one after the other."})
final class BenchCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(
            index = "0",
            arity = "0..1",
            paramLabel = "NAME",
            description = "start, engine, endpoint, watch, cohort")
    private @Nullable String name;

    @Option(
            names = "--format",
            paramLabel = "text|json",
            defaultValue = "text",
            description = "text (default) or json.")
    private ListCommand.Format format = ListCommand.Format.text;

    @Option(
            names = "--rounds",
            paramLabel = "N",
            description = "How often each thing is run. Default: 11; 5 where stock Terraform runs beside it.")
    private @Nullable Integer rounds;

    @Override
    public Integer call() throws InterruptedException {
        Integer asked = rounds;
        if (asked != null && (asked < 1 || asked > 1000)) {
            throw UserError.usage("--rounds takes a number from 1 to 1000, not " + asked + ".");
        }
        PrintWriter out = spec.commandLine().getOut();
        PrintWriter err = spec.commandLine().getErr();
        String wanted = name;
        List<Benchmark> chosen = wanted == null ? Benchmarks.all() : List.of(named(wanted));
        Map<String, Figures> found = new LinkedHashMap<>();
        for (Benchmark benchmark : chosen) {
            err.println(benchmark.name() + ": " + benchmark.what());
            try {
                int times = asked == null ? benchmark.usualRounds() : asked;
                Figures figures = benchmark.run(times, line -> err.println("  " + line));
                found.put(benchmark.name(), figures);
                if (format == ListCommand.Format.text) {
                    figures.all().forEach(figure -> out.println(figure.says()));
                }
            } catch (IOException cannotRun) {
                throw UserError.trouble(
                        "lab bench " + benchmark.name() + " could not measure: " + cannotRun.getMessage());
            }
        }
        if (format == ListCommand.Format.json) {
            out.print(
                    wanted == null
                            ? FiguresJson.write(found)
                            : FiguresJson.write(found.values().iterator().next()));
        }
        return 0;
    }

    private static Benchmark named(String name) {
        return Benchmarks.named(name)
                .orElseThrow(() -> UserError.usage("There is no benchmark called '" + name + "'. There are: "
                        + Benchmarks.all().stream().map(Benchmark::name).collect(Collectors.joining(", ")) + "."));
    }
}
