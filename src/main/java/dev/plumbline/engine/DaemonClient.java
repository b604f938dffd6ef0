package dev.plumbline.engine;

import dev.plumbline.engine.EngineUnavailable.Reason;
import dev.plumbline.engine.link.Line;
import dev.plumbline.engine.link.WordReader;
import dev.plumbline.engine.link.WordWriter;
import dev.plumbline.engine.link.Words;
import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;

/** Leases from the daemon. When the daemon dies, the next lease starts another. */
final class DaemonClient implements ProviderSource {
    private final EngineOptions options;
    private final DaemonAddress address;
    private Line presence;

    private DaemonClient(EngineOptions options, DaemonAddress address, Line presence) {
        this.options = options;
        this.address = address;
        this.presence = presence;
    }

    /** Finds the daemon or starts it. */
    static DaemonClient connect(EngineOptions options) throws IOException, InterruptedException {
        DaemonAddress address = DaemonAddress.of(options).created();
        return new DaemonClient(options, address, DaemonStart.attend(address, options));
    }

    @Override
    public Lease lease(LeaseRequest request) throws EngineUnavailable, InterruptedException {
        try {
            return ask(connected(), request);
        } catch (ClosedByInterruptException e) {
            Thread.interrupted(); // the exception below carries it on
            throw new InterruptedException("the lease was cancelled");
        } catch (IOException e) {
            throw new EngineUnavailable(
                    Reason.STOPPED, "The warm engine's daemon cannot be reached: " + e.getMessage());
        }
    }

    /** A new line to the daemon that knows of our presence. */
    private synchronized Line connected() throws IOException, InterruptedException {
        try {
            presence.ask(Words.of(Verbs.THERE));
            return Line.connect(address.socket());
        } catch (ClosedByInterruptException e) {
            throw e;
        } catch (IOException gone) {
            presence.close();
            presence = DaemonStart.attend(address, options);
            return Line.connect(address.socket());
        }
    }

    private static Lease ask(Line line, LeaseRequest request) throws IOException, EngineUnavailable {
        boolean granted = false;
        try {
            Words answer = line.ask(request.words());
            WordReader rest = answer.rest();
            if (answer.verb().equals(Verbs.GRANTED)) {
                granted = true;
                return new DaemonLease(line, rest.text(), rest.text());
            }
            if (answer.verb().equals(Verbs.REFUSED)) {
                throw new EngineUnavailable(Reason.valueOf(rest.text()), rest.text());
            }
            throw new IOException("it answers " + answer.verb());
        } finally {
            if (!granted) {
                line.close();
            }
        }
    }

    @Override
    public synchronized void close() {
        try (Line last = presence) {
            last.ask(new WordWriter(Verbs.BYE)
                    .number(options.linger().toMillis())
                    .words());
        } catch (IOException goneAlready) {
            return;
        }
    }
}
