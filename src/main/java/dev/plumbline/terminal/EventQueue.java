package dev.plumbline.terminal;

import dev.plumbline.workspace.PracticeClock;
import java.time.Clock;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** What has happened and nothing was done about yet, in order. Anybody may add to it. */
final class EventQueue implements Consumer<Event> {
    private static final long MINUTE_MILLIS = 60_000;

    private final BlockingQueue<Event> events = new LinkedBlockingQueue<>();
    private final Clock clock;

    EventQueue(Clock clock) {
        this.clock = clock;
    }

    @Override
    public void accept(Event event) {
        events.add(event);
    }

    /** Waits for what happens next; while the clock of timed practice runs, a full minute on it is something too. */
    Event next(PracticeClock practice) throws InterruptedException {
        if (!practice.running()) {
            return events.take();
        }
        long millis = practice.at(clock.instant()).toMillis();
        Event event = events.poll(MINUTE_MILLIS - millis % MINUTE_MILLIS, TimeUnit.MILLISECONDS);
        return event == null ? new Event.Ticked() : event;
    }
}
