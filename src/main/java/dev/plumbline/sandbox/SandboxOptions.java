package dev.plumbline.sandbox;

import dev.plumbline.sandbox.wire.Ids;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/**
 * How an endpoint is to be served.
 *
 * @param folder where its store lies; empty keeps it in memory
 * @param port the port to bind; 0 is any free one
 * @param clock what time it is; tests move it
 * @param transition how long CREATING, UPDATING and DELETING last
 * @param id what the endpoint answers when asked who it is
 */
public record SandboxOptions(Optional<Path> folder, int port, Clock clock, Duration transition, String id) {
    /** Long enough to be seen, short beside the provider's own 10 s of sleep. */
    private static final Duration USUAL_TRANSITION = Duration.ofMillis(700);

    /** An endpoint that forgets everything when it is closed. */
    public static SandboxOptions inMemory() {
        return new SandboxOptions(Optional.empty(), 0, Clock.systemUTC(), USUAL_TRANSITION, Ids.next());
    }

    /** An endpoint whose state lies in a folder. */
    public static SandboxOptions at(Path folder) {
        return new SandboxOptions(Optional.of(folder), 0, Clock.systemUTC(), USUAL_TRANSITION, Ids.next());
    }

    /** The same with another port. */
    public SandboxOptions withPort(int wished) {
        return new SandboxOptions(folder, wished, clock, transition, id);
    }

    /** The same with another clock. */
    public SandboxOptions withClock(Clock wished) {
        return new SandboxOptions(folder, port, wished, transition, id);
    }

    /** The same with states that last longer or shorter. */
    public SandboxOptions withTransition(Duration wished) {
        return new SandboxOptions(folder, port, clock, wished, id);
    }

    /** The same with another identity. */
    public SandboxOptions withId(String wished) {
        return new SandboxOptions(folder, port, clock, transition, wished);
    }
}
