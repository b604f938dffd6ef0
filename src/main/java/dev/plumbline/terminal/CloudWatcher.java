package dev.plumbline.terminal;

import dev.plumbline.cloud.Backend;
import dev.plumbline.cloud.EndpointProbe;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * Tells what happens to the lab's AWS behind the session's back: a stream deleted from a second terminal shows at once, and
 * so does an AWS that is gone. It looks once a second.
 */
final class CloudWatcher implements AutoCloseable {
    private static final long INTERVAL_MILLIS = 1000;

    private final Runnable look;
    private final CountDownLatch closed = new CountDownLatch(1);

    private CloudWatcher(Runnable look) {
        this.look = look;
    }

    /**
     * Watches from now on, on a thread of its own; news are told on that thread. Of a real account nothing is watched: its
     * calls are limited, and cost time.
     */
    static CloudWatcher start(LabRun lab, Consumer<Event> events) {
        Optional<Runnable> look = lab.cloudChanges().map(changes -> new CloudNews(changes, events)::look);
        if (look.isEmpty() && lab.backend().orElse(null) instanceof Backend.Url url) {
            look = Optional.of(new EndpointNews(() -> EndpointProbe.listens(url.endpoint()), events)::look);
        }
        CloudWatcher watcher = new CloudWatcher(look.orElse(() -> {}));
        if (look.isPresent()) {
            Thread thread = new Thread(watcher::run, "cloud-watcher");
            thread.setDaemon(true);
            thread.start();
        }
        return watcher;
    }

    private void run() {
        try {
            look.run();
            while (!closed.await(INTERVAL_MILLIS, TimeUnit.MILLISECONDS)) {
                look.run();
            }
        } catch (InterruptedException ended) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        closed.countDown();
    }
}
