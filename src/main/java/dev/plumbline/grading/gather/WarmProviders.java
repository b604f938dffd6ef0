package dev.plumbline.grading.gather;

import dev.plumbline.engine.EngineUnavailable;
import dev.plumbline.engine.Lease;
import dev.plumbline.engine.ProviderNeed;
import dev.plumbline.engine.WarmEngine;
import dev.plumbline.terraform.Cancellation;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;

/** The warm engine as the source of providers; falls back to stock, and says so once. */
public final class WarmProviders implements ProviderSource {
    /** On a machine with more to do than it can, waiting for a warm provider is still faster than a stock run. */
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final WarmEngine engine;
    private final Consumer<String> say;
    private final AtomicBoolean said = new AtomicBoolean();
    private final AtomicBoolean saidDied = new AtomicBoolean();

    /**
     * Serves from that engine.
     *
     * @param say told once, in a sentence, when stock Terraform has to do, and once when a provider died in a run
     */
    public WarmProviders(WarmEngine engine, Consumer<String> say) {
        this.engine = engine;
        this.say = say;
    }

    @Override
    public Optional<Attached> attach(Path workspace, Map<String, String> environment, Cancellation cancellation)
            throws InterruptedException {
        Thread waiting = Thread.currentThread();
        // A newer save must not wait for the place in the queue of the run it replaces.
        try (Cancellation.Registration ignored = cancellation.onCancel(waiting::interrupt)) {
            return Optional.of(new Leased(engine.lease(ProviderNeed.awsFor(workspace), environment, PATIENCE)));
        } catch (EngineUnavailable unavailable) {
            // Without a provider stock runs cannot work either, and say so themselves.
            boolean worthSaying = unavailable.reason() != EngineUnavailable.Reason.NO_PROVIDER;
            if (worthSaying && !cancellation.isCancelled() && said.compareAndSet(false, true)) {
                say.accept("Using stock Terraform runs, which take longer: " + unavailable.getMessage());
            }
            return Optional.empty();
        } catch (InterruptedException interrupted) {
            if (cancellation.isCancelled()) {
                return Optional.empty();
            }
            throw interrupted;
        } finally {
            if (cancellation.isCancelled()) {
                Thread.interrupted(); // the cancellation itself ends the run; the thread has other work to do
            }
        }
    }

    @Override
    public void prepare(Path workspace, Map<String, String> environment) {
        engine.prewarm(ProviderNeed.awsFor(workspace), environment);
    }

    private final class Leased implements Attached {
        private final Lease lease;

        Leased(Lease lease) {
            this.lease = lease;
        }

        @Override
        public Map<String, String> variables() {
            return lease.variables();
        }

        @Override
        public String providerVersion() {
            return lease.providerVersion();
        }

        @Override
        public boolean died() {
            boolean died = lease.providerDied();
            if (died && saidDied.compareAndSet(false, true)) {
                say.accept("The AWS provider's process ended in the middle of a run. The run is repeated.");
            }
            return died;
        }

        @Override
        public void close() {
            lease.close();
        }
    }
}
