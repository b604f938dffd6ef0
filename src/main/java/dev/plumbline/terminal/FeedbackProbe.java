package dev.plumbline.terminal;

import dev.plumbline.grading.Layer;
import dev.plumbline.text.Line;
import dev.plumbline.text.Look;
import dev.plumbline.text.Phrases;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * A session that nobody looks at, for measuring: it saves a file as an editor would and tells when each part of the answer
 * would have been on the screen. Everything but the painting itself is the session's own.
 */
public final class FeedbackProbe implements AutoCloseable {
    private static final long PATIENCE_SECONDS = 120;

    private final BlockingQueue<Drawn> drawn = new LinkedBlockingQueue<>();
    private final Thread thread;
    private volatile Consumer<Event> events = event -> {};

    /** What was drawn, and when by {@link System#nanoTime()}. */
    private record Drawn(long nanos, Activity activity) {}

    /**
     * When it was seen, in milliseconds after the save.
     *
     * @param seen that the save was noticed
     * @param source what the file alone shows
     * @param plan what a plan adds
     * @param cloud everything
     */
    public record Times(double seen, double source, double plan, double cloud) {}

    /**
     * Opens the session and waits for its first look to end.
     *
     * @throws IOException if it does not end
     */
    public FeedbackProbe(LabRun lab, Phrases phrases) throws IOException, InterruptedException {
        Session session = new Session(
                lab,
                phrases,
                Commands.table(),
                new WorkingDirectory(lab.workspace(), ""),
                posted -> {
                    events = posted;
                    return new Unseen();
                },
                Clock.systemUTC());
        this.thread = new Thread(() -> run(session), "measured-session");
        thread.setDaemon(true);
        thread.start();
        await(activity -> activity.running() == null && !activity.landed().isEmpty());
    }

    private static void run(Session session) {
        try {
            session.run(look -> List.of(), "");
        } catch (InterruptedException closing) {
            Thread.currentThread().interrupt();
        }
    }

    /**
     * Saves and waits for the whole answer.
     *
     * @throws IOException if the file cannot be written, or no answer comes
     */
    public Times save(Path file, byte[] text) throws IOException, InterruptedException {
        drawn.clear();
        long start = System.nanoTime();
        Files.write(file, text);
        double seen = millis(start, await(activity -> !activity.cause().isEmpty()));
        double source = millis(start, await(activity -> answered(activity, Layer.SOURCE)));
        double plan = millis(start, await(activity -> answered(activity, Layer.PLAN)));
        double cloud = millis(start, await(activity -> activity.running() == null));
        return new Times(seen, source, plan, cloud);
    }

    private static boolean answered(Activity activity, Layer layer) {
        return activity.running() == null || activity.landed().stream().anyMatch(answer -> answer.layer() == layer);
    }

    private static double millis(long start, long end) {
        return (end - start) / 1e6;
    }

    private interface Condition {
        boolean holds(Activity activity);
    }

    /** When a condition first held, by what was drawn since; what was drawn then may satisfy the next condition too. */
    private long await(Condition condition) throws IOException, InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (System.nanoTime() < deadline) {
            Drawn next = drawn.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
            if (next != null && condition.holds(next.activity())) {
                return next.nanos();
            }
        }
        throw new IOException("no answer within " + PATIENCE_SECONDS + " seconds");
    }

    @Override
    public void close() throws InterruptedException {
        events.accept(new Event.Typed("quit"));
        thread.join(TimeUnit.SECONDS.toMillis(PATIENCE_SECONDS));
    }

    /** Takes everything, shows nothing, and notes when. */
    private final class Unseen implements Console {
        @Override
        public Look look() {
            return Look.PLAIN;
        }

        @Override
        public int rows() {
            return 24;
        }

        @Override
        public void print(List<Line> lines) {}

        @Override
        public void panel(View view) {
            if (view instanceof Panel panel) {
                drawn.add(new Drawn(System.nanoTime(), panel.activity()));
            }
        }

        @Override
        public void prompt(String prompt) {}

        @Override
        public void promptClosed() {}

        @Override
        public void page(List<Line> lines) {}

        @Override
        public void lend() {}

        @Override
        public void takeBack(boolean killed) {}

        @Override
        public void close() {}
    }
}
