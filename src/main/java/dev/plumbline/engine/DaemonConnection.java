package dev.plumbline.engine;

import dev.plumbline.engine.link.Line;
import dev.plumbline.engine.link.WordWriter;
import dev.plumbline.engine.link.Words;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The daemon's end of one line: a client's presence, or one lease. */
final class DaemonConnection implements Runnable {
    private final Line line;
    private final EngineHost host;
    private final Attendance attendance;
    private boolean attending;
    private @Nullable PendingLease lease;

    DaemonConnection(Line line, EngineHost host, Attendance attendance) {
        this.line = line;
        this.host = host;
        this.attendance = attendance;
    }

    @Override
    public void run() {
        try (line) {
            for (Optional<Words> next = line.receive(); next.isPresent(); next = line.receive()) {
                if (!answer(next.orElseThrow())) {
                    return;
                }
            }
        } catch (IOException hungUp) {
            return; // the finally block does what a hung-up client needs
        } finally {
            if (lease != null) {
                lease.cancel();
            }
            if (attending) {
                attendance.vanished();
            }
        }
    }

    /** Returns whether to go on. */
    private boolean answer(Words asked) throws IOException {
        switch (asked.verb()) {
            case Verbs.ATTEND -> {
                attending = attendance.arrived();
                if (!attending) {
                    return false; // hanging up says: too late, start another daemon
                }
                line.send(Words.of(Verbs.OK));
            }
            case Verbs.BYE -> {
                Duration linger = Duration.ofMillis(asked.rest().number());
                if (attending) {
                    attending = false;
                    attendance.left(linger);
                }
                line.send(Words.of(Verbs.OK));
            }
            case LeaseRequest.VERB -> {
                if (lease != null) {
                    return false; // one line, one lease: a second would leave nobody to end the first
                }
                lease = new PendingLease(line, host, LeaseRequest.read(asked.rest()));
                lease.start();
            }
            case Verbs.DIED -> line.send(Words.of(lease != null && lease.providerDied() ? Verbs.YES : Verbs.NO));
            case Verbs.END -> {
                if (lease != null) {
                    lease.cancel();
                }
                line.send(Words.of(Verbs.OK));
            }
            case Verbs.THERE -> line.send(Words.of(Verbs.OK));
            case Verbs.STATUS -> line.send(StatusMessage.of(status()));
            case Verbs.STOP -> line.send(new WordWriter(attendance.endIfIdle() ? Verbs.YES : Verbs.NO).words());
            default -> {
                return false;
            }
        }
        return true;
    }

    private EngineStatus status() {
        long toEnd = attendance.nanosToEnd();
        return new EngineStatus(
                ProcessHandle.current().pid(),
                Build.id(),
                Duration.ofNanos(attendance.idleNanos()).toSeconds(),
                toEnd < 0 ? -1 : Duration.ofNanos(toEnd).toSeconds(),
                attendance.clients(),
                host.providers());
    }
}
