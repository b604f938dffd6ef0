package dev.plumbline.terminal.belt;

import dev.plumbline.text.Line;
import java.time.Duration;
import java.util.List;

/** Time for an order that takes some. */
public interface BeltTime {
    /** Nanoseconds from some moment on. */
    long nanos();

    /** Waits; answers whether to go on after that. */
    boolean rest(Duration duration);

    /** A second of a long order has gone by, and this is said of it; the belt beats meanwhile. */
    void passed(List<Line> said);
}
