package dev.plumbline.terminal;

import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/**
 * Whether the AWS that {@code --aws} names is there. That it is gone is believed on the second look only; how things begin
 * is for the session's first report to tell.
 */
final class EndpointNews {
    private final BooleanSupplier listens;
    private final Consumer<Event> events;
    private boolean begun;
    private boolean there;
    private boolean doubting;

    EndpointNews(BooleanSupplier listens, Consumer<Event> events) {
        this.listens = listens;
        this.events = events;
    }

    /** Looks once and tells what is different since the last time. */
    void look() {
        boolean now = listens.getAsBoolean();
        if (!begun) {
            begun = true;
            there = now;
            return;
        }
        if (!now && there && !doubting) {
            doubting = true;
            return;
        }
        doubting = false;
        if (now != there) {
            there = now;
            events.accept(new Event.AwsTurned(now));
        }
    }
}
