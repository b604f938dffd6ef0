package dev.plumbline.cohort.exam;

import dev.plumbline.engine.EngineOptions;
import dev.plumbline.engine.EngineUnavailable;
import dev.plumbline.engine.WarmEngine;
import dev.plumbline.grading.gather.ProviderSource;
import dev.plumbline.grading.gather.WarmProviders;
import dev.plumbline.terraform.TerraformCli;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * Warm providers, a set for each exam that runs at the same time: an apply holds its provider for the 20 s that it sleeps, so
 * that sharing would only mean queueing. Where there can be none, stock Terraform has to do.
 */
final class WarmSlots implements AutoCloseable {
    /** One for the run, and one more where an apply configures a second one before it lets go of the first. */
    private static final int EACH = 2;

    private static final String STOCK = "Using stock Terraform runs";

    private final ExamHall.Setting setting;
    private final @Nullable TerraformCli machine;
    private final Deque<ProviderSource> free = new ArrayDeque<>();
    private final List<WarmEngine> engines = new ArrayList<>();
    private final AtomicBoolean saidStock = new AtomicBoolean();

    /**
     * Slots that are opened when they are first needed.
     *
     * @param machine Terraform under the machine's own configuration; null for stock runs only
     */
    WarmSlots(ExamHall.Setting setting, @Nullable TerraformCli machine) {
        this.setting = setting;
        this.machine = machine;
    }

    synchronized ProviderSource take() {
        ProviderSource ready = free.pollLast();
        return ready == null ? open() : ready;
    }

    synchronized void giveBack(ProviderSource slot) {
        free.addLast(slot);
    }

    private ProviderSource open() {
        if (machine == null) {
            return ProviderSource.STOCK;
        }
        try {
            WarmEngine engine = WarmEngine.open(EngineOptions.defaults()
                    .withShared(false)
                    .withProcessLimit(EACH)
                    .withEnvironment(setting.caller())
                    .withTerraform(machine.program().toString()));
            engines.add(engine);
            return new WarmProviders(engine, this::said);
        } catch (EngineUnavailable unavailable) {
            said(STOCK + ", which take longer: " + unavailable.getMessage());
            return ProviderSource.STOCK;
        }
    }

    /** Once for all slots, and only what concerns the whole run: a provider that ends is no news here, its exam is repeated. */
    private void said(String line) {
        if (line.startsWith(STOCK) && saidStock.compareAndSet(false, true)) {
            setting.say().accept(line);
        }
    }

    @Override
    public synchronized void close() {
        engines.forEach(WarmEngine::close);
    }
}
