package dev.plumbline.terminal;

import dev.plumbline.workbench.CloudChanges;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Tells when something is changed in AWS behind the session's back: a stream deleted from a second terminal shows at once.
 * It asks once a second, and tells the last change again when nothing more came for a while: a stream that is being
 * deleted or changed is on its way for some time.
 */
final class CloudWatcher implements AutoCloseable {
    private static final long INTERVAL_MILLIS = 1000;

    /** Intervals without news after which a change has come to its end; the embedded AWS takes less than three seconds. */
    private static final int QUIET = 4;

    private final CloudChanges changes;
    private final Consumer<Event> events;
    private final CountDownLatch closed = new CountDownLatch(1);
    private CloudChanges.@Nullable Change last;
    private int quiet;

    private CloudWatcher(CloudChanges changes, Consumer<Event> events) {
        this.changes = changes;
        this.events = events;
    }

    /** Watches from now on, on a thread of its own; changes are told on that thread. */
    static CloudWatcher start(CloudChanges changes, Consumer<Event> events) {
        CloudWatcher watcher = new CloudWatcher(changes, events);
        Thread thread = new Thread(watcher::run, "cloud-watcher");
        thread.setDaemon(true);
        thread.start();
        return watcher;
    }

    private void run() {
        changes.news(); // what was before is nobody's news
        try {
            while (!closed.await(INTERVAL_MILLIS, TimeUnit.MILLISECONDS)) {
                look();
            }
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    private void look() {
        List<CloudChanges.Change> news = changes.news();
        CloudChanges.Change before = last;
        if (!news.isEmpty()) {
            CloudChanges.Change latest = news.get(news.size() - 1);
            last = latest;
            quiet = 0;
            events.accept(new Event.CloudChanged(latest, false));
        } else if (before != null && ++quiet == QUIET) {
            last = null;
            events.accept(new Event.CloudChanged(before, true));
        }
    }

    @Override
    public void close() {
        closed.countDown();
    }
}
