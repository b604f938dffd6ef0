package dev.plumbline.stand;

import dev.plumbline.coaching.Coach;
import dev.plumbline.engine.EngineOptions;
import dev.plumbline.engine.EngineUnavailable;
import dev.plumbline.engine.WarmEngine;
import dev.plumbline.grading.gather.ProviderSource;
import dev.plumbline.grading.gather.WarmProviders;
import dev.plumbline.lab.Lab;
import dev.plumbline.terraform.TerraformCli;
import dev.plumbline.terraform.TerraformEnvironment;
import dev.plumbline.terraform.TerraformTrouble;
import dev.plumbline.workbench.UserError;
import dev.plumbline.workspace.ScratchFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Several stands at work at once, each with its own AWS and its own warm provider; they end with this. */
public final class Stands implements AutoCloseable {
    private final Lab lab;
    private final AwsKind kind;
    private final int most;
    private final Path scratch;
    private final Map<String, String> shell;
    private final @Nullable WarmEngine engine;
    private final ProviderSource providers;
    private final Installed installed;
    private final Coach coach;
    private final Deque<Stand> free = new ArrayDeque<>();
    private final List<Stand> all = new ArrayList<>();

    private Stands(
            Lab lab,
            AwsKind kind,
            int most,
            Path scratch,
            Map<String, String> shell,
            @Nullable WarmEngine engine,
            ProviderSource providers,
            Installed installed,
            Coach coach) {
        this.lab = lab;
        this.kind = kind;
        this.most = most;
        this.scratch = scratch;
        this.shell = shell;
        this.engine = engine;
        this.providers = providers;
        this.installed = installed;
        this.coach = coach;
    }

    /** {@link Installation#open}. */
    static Stands open(Lab lab, Answer solution, AwsKind kind, int wanted, Installation installation)
            throws InterruptedException {
        Map<String, String> caller = installation.caller();
        Map<String, String> shell = Stand.plainShell(caller);
        try {
            Path scratch = ScratchFolder.create("author");
            TerraformCli cli = TerraformCli.find(caller, TerraformEnvironment.clean(caller, Map.of()));
            cli.version();
            Installed installed = Installed.by(cli, solution, scratch.resolve("installed"));
            WarmEngine engine = null;
            ProviderSource providers = ProviderSource.STOCK;
            int most = kind.most(wanted);
            if (!caller.getOrDefault("PLUMBLINE_ENGINE", "").equals("stock")) {
                try {
                    // Of our own, not the daemon's: a provider that sleeps in an apply would be in others' way. Two for
                    // each stand, since an apply may configure a second one before it lets go of the first.
                    engine = WarmEngine.open(EngineOptions.defaults()
                            .withShared(false)
                            .withProcessLimit(2 * most + 2)
                            .withEnvironment(caller)
                            .withTerraform(cli.program().toString()));
                    providers = new WarmProviders(engine, installation.say());
                } catch (EngineUnavailable unavailable) {
                    installation
                            .say()
                            .accept("Using stock Terraform runs, which take longer: " + unavailable.getMessage());
                }
            }
            return new Stands(
                    lab, kind, most, scratch, shell, engine, providers, installed, Coach.of(installation.home()));
        } catch (TerraformTrouble trouble) {
            throw UserError.trouble(String.valueOf(trouble.getMessage()));
        } catch (IOException refused) {
            throw UserError.trouble("There is no room for the trials: " + refused.getMessage());
        }
    }

    /** What is done on a stand. */
    @FunctionalInterface
    public interface Work<T> {
        /** Does it. */
        T on(Stand stand) throws IOException, InterruptedException;
    }

    /**
     * Does all of it, as many at once as there are stands, and gives the results in the order of the work.
     *
     * @param finished told each result when it is there, in no particular order, one at a time
     */
    public <T> List<T> all(List<Work<T>> work, Consumer<T> finished) throws InterruptedException {
        ExecutorService threads = Executors.newFixedThreadPool(Math.max(1, Math.min(most, work.size())));
        try {
            List<Future<T>> futures = new ArrayList<>();
            for (Work<T> one : work) {
                futures.add(threads.submit(() -> {
                    T result = on(one);
                    synchronized (finished) {
                        finished.accept(result);
                    }
                    return result;
                }));
            }
            List<T> results = new ArrayList<>();
            for (Future<T> future : futures) {
                results.add(future.get());
            }
            return results;
        } catch (ExecutionException failed) {
            if (failed.getCause() instanceof RuntimeException known) {
                throw known;
            }
            throw UserError.trouble("A trial could not be carried out: "
                    + (failed.getCause() == null
                            ? failed.getMessage()
                            : failed.getCause().getMessage()));
        } finally {
            threads.shutdownNow();
        }
    }

    /** Does one thing on a stand that is free. */
    public <T> T on(Work<T> work) throws IOException, InterruptedException {
        Stand stand = take();
        try {
            return work.on(stand);
        } finally {
            synchronized (this) {
                free.addLast(stand);
                notifyAll();
            }
        }
    }

    private Stand take() throws InterruptedException {
        int number;
        synchronized (this) {
            while (free.isEmpty() && all.size() >= most) {
                wait();
            }
            Stand ready = free.pollLast();
            if (ready != null) {
                return ready;
            }
            number = all.size();
            Path own = scratch.resolve("stand-" + number);
            Stand made = new Stand(lab, own.resolve("workspace"), kind.open(own), providers, installed, coach, shell);
            all.add(made);
            return made;
        }
    }

    @Override
    public void close() {
        all.forEach(Stand::close);
        if (engine != null) {
            engine.close();
        }
        try {
            FolderCopy.clear(scratch);
            Files.deleteIfExists(scratch);
        } catch (IOException leftInTheTemporaryFolder) {
            scratch.toFile().deleteOnExit();
        }
    }
}
