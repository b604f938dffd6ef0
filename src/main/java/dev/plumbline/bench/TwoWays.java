package dev.plumbline.bench;

import dev.plumbline.engine.EngineOptions;
import dev.plumbline.engine.EngineStatus;
import dev.plumbline.engine.EngineUnavailable;
import dev.plumbline.engine.Lease;
import dev.plumbline.engine.ProviderNeed;
import dev.plumbline.engine.WarmEngine;
import dev.plumbline.terraform.Cancellation;
import dev.plumbline.terraform.CommandResult;
import dev.plumbline.terraform.TerraformCli;
import dev.plumbline.terraform.TerraformTrouble;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * Runs one Terraform command stock or warm and says what it cost. The warm way is all that the product does for a run:
 * reading which types the folder needs, waiting for a lease, the proxy, the command, giving the lease back.
 */
final class TwoWays implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofMinutes(1);

    private final TerraformCli terraform;
    private final Map<String, String> aws;
    private final EngineOptions options;
    private final WarmEngine engine;

    /**
     * Over an engine of its own, so that nobody else's runs are counted.
     *
     * @param aws what the provider needs to reach its AWS
     */
    TwoWays(TerraformCli terraform, Map<String, String> aws, EngineOptions options) throws EngineUnavailable {
        this.terraform = terraform;
        this.aws = Map.copyOf(aws);
        this.options = options;
        this.engine = WarmEngine.open(options);
    }

    /**
     * What a command cost.
     *
     * @param wall milliseconds from start to end
     * @param cpu milliseconds of processor time: Terraform and its provider, or Terraform, the warm provider, the process
     *     that owns it, and this one, which both asks for the lease and serves the AWS
     */
    record Cost(double wall, double cpu) {}

    Cost stock(Path folder, List<String> words) throws IOException, InterruptedException {
        return measured(() -> run(terraform, folder, words));
    }

    Cost warm(Path folder, List<String> words) throws IOException, InterruptedException {
        return measured(() -> {
            try (Lease lease = engine.lease(ProviderNeed.awsFor(folder), aws, PATIENCE)) {
                run(terraform.with(lease.variables()), folder, words);
            } catch (EngineUnavailable unavailable) {
                throw new IOException(unavailable.getMessage(), unavailable);
            }
        });
    }

    private static void run(TerraformCli cli, Path folder, List<String> words)
            throws IOException, InterruptedException {
        try {
            CommandResult result = cli.run(folder, words, new Cancellation());
            if (!result.exited(0) && !result.exited(2)) {
                throw new IOException(
                        "terraform " + String.join(" ", words) + " failed: " + result.output() + result.errors());
            }
        } catch (TerraformTrouble trouble) {
            throw new IOException(trouble.getMessage(), trouble);
        }
    }

    private interface Work {
        void run() throws IOException, InterruptedException;
    }

    private Cost measured(Work work) throws IOException, InterruptedException {
        List<Long> others = engineProcesses();
        double cpu = cpu(others);
        long start = System.nanoTime();
        work.run();
        double wall = (System.nanoTime() - start) / 1e6;
        return new Cost(wall, cpu(others) - cpu);
    }

    private static double cpu(List<Long> others) throws IOException {
        return CpuTime.known() ? CpuTime.ofThisProcess() + CpuTime.of(others) : 0;
    }

    /** The owner of the providers and the providers. */
    private List<Long> engineProcesses() {
        List<Long> pids = new ArrayList<>();
        for (EngineStatus status : WarmEngine.status(options)) {
            pids.add(status.pid());
            status.providers().forEach(provider -> pids.add(provider.pid()));
        }
        return pids;
    }

    @Override
    public void close() {
        engine.close();
    }
}
