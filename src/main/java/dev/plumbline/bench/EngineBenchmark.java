package dev.plumbline.bench;

import dev.plumbline.bench.Figures.Figure;
import dev.plumbline.engine.EngineOptions;
import dev.plumbline.engine.EngineUnavailable;
import dev.plumbline.terraform.TerraformCli;
import dev.plumbline.terraform.TerraformCommand;
import dev.plumbline.terraform.TerraformEnvironment;
import dev.plumbline.terraform.TerraformTrouble;
import dev.plumbline.workbench.CallerEnvironment;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Consumer;

/**
 * The warm engine beside stock Terraform: the same commands in the same folders, one way after the other, so that
 * whatever else the machine does meets both.
 */
final class EngineBenchmark implements Benchmark {
    private static final int WARM_UP = 3;

    @Override
    public String name() {
        return "engine";
    }

    @Override
    public String what() {
        return "the warm engine beside stock Terraform: plan, validate and show, wall and processor time";
    }

    @Override
    public int usualRounds() {
        return 5;
    }

    @Override
    public Figures run(int rounds, Consumer<String> say) throws IOException, InterruptedException {
        try (EngineGround ground = new EngineGround()) {
            TerraformCli terraform = terraform(ground);
            EngineOptions options = EngineOptions.defaults()
                    .withTerraform(terraform.program().toString())
                    .withCacheDir(ground.root().resolve("cache"))
                    .withLinger(Duration.ZERO);
            try (TwoWays ways = new TwoWays(terraform, ground.aws(), options)) {
                return measure(ground, ways, rounds, say);
            } catch (EngineUnavailable unavailable) {
                throw new IOException(unavailable.getMessage(), unavailable);
            }
        }
    }

    private static TerraformCli terraform(EngineGround ground) throws IOException {
        try {
            return TerraformCli.find(
                    CallerEnvironment.get(), TerraformEnvironment.clean(CallerEnvironment.get(), ground.aws()));
        } catch (TerraformTrouble none) {
            throw new IOException(none.getMessage(), none);
        }
    }

    private static Figures measure(EngineGround ground, TwoWays ways, int rounds, Consumer<String> say)
            throws IOException, InterruptedException {
        say.accept("preparing: nothing applied, applied, drifted");
        Path nothing = ground.nothingApplied(ways);
        double cold = ways.warm(nothing, plan(nothing)).wall(); // finds the provider, starts the owner and the provider
        Path applied = ground.applied(ways);
        Path drifted = ground.drifted(ways);
        Map<String, SideBySide> plans = new LinkedHashMap<>();
        plans.put("nothing", new SideBySide("plan, nothing applied", nothing, plan(nothing)));
        plans.put("applied", new SideBySide("plan, applied", applied, plan(applied)));
        plans.put("drifted", new SideBySide("plan, drifted", drifted, plan(drifted)));
        SideBySide validate = new SideBySide("validate", applied, TerraformCommand.validate());
        SideBySide show = new SideBySide("show of a plan", applied, TerraformCommand.show(planFile(applied)));
        List<SideBySide> all = new ArrayList<>(plans.values());
        all.add(validate);
        all.add(show);

        Path built = ground.floor();
        for (int i = 0; i < WARM_UP; i++) {
            for (SideBySide one : all) {
                ways.warm(one.folder(), one.words());
            }
            ways.stock(built, plan(built));
        }
        double[] floors = new double[rounds];
        for (int i = 0; i < rounds; i++) {
            say.accept("round " + (i + 1) + " of " + rounds);
            for (SideBySide one : all) {
                one.run(ways);
            }
            floors[i] = ways.stock(built, plan(built)).wall();
        }
        return figures(plans, validate, show, Samples.of(floors), cold);
    }

    private static Path planFile(Path folder) {
        return folder.resolve(".plan");
    }

    private static List<String> plan(Path folder) {
        return TerraformCommand.plan(planFile(folder));
    }

    private static Figures figures(
            Map<String, SideBySide> plans, SideBySide validate, SideBySide show, Samples floor, double cold) {
        List<Figure> all = new ArrayList<>();
        double worst =
                plans.values().stream().mapToDouble(SideBySide::wallRatio).max().orElse(0);
        all.add(ratio("plan.ratio", worst, "plan, warm of stock, the worst of the three states"));
        all.add(ratio("validate.ratio", validate.wallRatio(), "validate, warm of stock"));
        all.add(ratio("show.ratio", show.wallRatio(), "show, warm of stock"));
        if (CpuTime.known()) {
            double cpu = plans.values().stream()
                    .mapToDouble(SideBySide::cpuRatio)
                    .max()
                    .orElse(0);
            all.add(ratio("cpu.ratio", cpu, "processor time of a plan, warm of stock, everything of ours counted"));
        }
        plans.forEach((state, plan) -> all.addAll(plan.figures("plan." + state)));
        all.addAll(validate.figures("validate"));
        all.addAll(show.figures("show"));
        all.add(new Figure(
                "first.ms",
                cold,
                String.format(Locale.ROOT, "the very first warm plan, provider found and started: %.0f ms", cold)));
        all.add(Figure.median("floor", floor, "plan of a built-in resource, no provider: " + floor.words()));
        return new Figures(all);
    }

    private static Figure ratio(String name, double value, String what) {
        return new Figure(name, value, String.format(Locale.ROOT, "%s: %.3f", what, value));
    }
}
