package dev.plumbline.terminal.belt;

import dev.plumbline.cloud.StreamTraffic.TrafficException;
import dev.plumbline.text.Line;
import dev.plumbline.text.Tone;
import dev.plumbline.workbench.BugReport;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The belt's own thread: it beats once a second, and carries out one order after another. */
public final class BeltWorker implements AutoCloseable, BeltTime {
    private static final long BEAT_MILLIS = 1000;
    private static final long PATIENCE_SECONDS = 5;

    private final Belt belt;
    private final Consumer<BeltPicture> moved;
    private final Consumer<List<Line>> news;
    private final ScheduledExecutorService worker = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "belt");
        thread.setDaemon(true);
        return thread;
    });
    private @Nullable ScheduledFuture<?> beating;
    private String lastTrouble = "";
    /** Counts the hurries: an order from before the last one is given up, begun or not. */
    private final AtomicLong hurries = new AtomicLong();

    private long orderedAt;

    /**
     * A thread for that belt.
     *
     * @param moved told on that thread how the belt is now
     * @param news told what there is to say that nobody has ordered
     */
    public BeltWorker(Belt belt, Consumer<BeltPicture> moved, Consumer<List<Line>> news) {
        this.belt = belt;
        this.moved = moved;
        this.news = news;
    }

    /** What the belt is told to do. */
    @FunctionalInterface
    public interface Order {
        /** Does it; what is answered. */
        List<Line> carryOut(Belt belt, BeltTime time) throws TrafficException;
    }

    /** Opens the belt and lets it beat. */
    public void start() {
        worker.execute(() -> carryOut(
                (opened, time) -> {
                    opened.open();
                    return List.of();
                },
                news));
        beating = worker.scheduleWithFixedDelay(this::beat, BEAT_MILLIS, BEAT_MILLIS, TimeUnit.MILLISECONDS);
    }

    private void beat() {
        try {
            beatOnce();
        } catch (RuntimeException | Error bug) {
            if (isNew(bug.toString())) {
                news.accept(bug(bug)); // a schedule in which an exception comes up never goes on
            }
        }
    }

    private void beatOnce() {
        try {
            belt.beat();
            belt.silent(false);
            lastTrouble = "";
        } catch (TrafficException refusal) {
            belt.silent(!refusal.isAnswer());
            if (isNew(refusal.text())) {
                news.accept(trouble(refusal));
            }
        }
        moved.accept(belt.picture());
    }

    /** It is said once, not every second. */
    private boolean isNew(String trouble) {
        boolean other = !trouble.equals(lastTrouble);
        lastTrouble = trouble;
        return other;
    }

    private static List<Line> bug(Throwable bug) {
        return List.of(Line.of(BugReport.of(bug), Tone.BAD));
    }

    private static List<Line> trouble(TrafficException refusal) {
        return List.of(Line.of(refusal.text(), Tone.WAITING));
    }

    /**
     * Has something done; it is answered in any case, with AWS's own words if they refused.
     *
     * @param dropped told instead if it was not begun when there was a hurry
     */
    public void order(Order order, Consumer<List<Line>> answered, Runnable dropped) {
        if (worker.isShutdown()) {
            return;
        }
        long now = hurries.get();
        worker.execute(() -> {
            if (hurries.get() != now) {
                dropped.run();
                return;
            }
            orderedAt = now;
            carryOut(order, answered);
        });
    }

    private void carryOut(Order order, Consumer<List<Line>> answered) {
        List<Line> answer = List.of();
        try {
            answer = order.carryOut(belt, this);
        } catch (TrafficException refusal) {
            answer = trouble(refusal);
            belt.silent(!refusal.isAnswer());
            lastTrouble = refusal.text(); // told here; the next beat need not
        } catch (RuntimeException | Error bug) {
            answer = bug(bug);
        } finally {
            answered.accept(answer);
            moved.accept(belt.picture());
        }
    }

    /** Gives up what takes long, and what waits for it. */
    public void hurry() {
        hurries.incrementAndGet();
    }

    @Override
    public long nanos() {
        return System.nanoTime();
    }

    @Override
    public boolean rest(Duration duration) {
        try {
            Thread.sleep(duration.toMillis());
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
            return false;
        }
        return hurries.get() == orderedAt && !worker.isShutdown();
    }

    @Override
    public void passed(List<Line> said) {
        news.accept(said);
        beat();
    }

    @Override
    public void close() {
        ScheduledFuture<?> beats = beating;
        if (beats != null) {
            beats.cancel(false);
        }
        worker.shutdown(); // what was ordered before is still done
        try {
            if (!worker.awaitTermination(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                worker.shutdownNow();
            }
        } catch (InterruptedException hurrying) {
            Thread.currentThread().interrupt();
        }
        belt.close();
    }
}
