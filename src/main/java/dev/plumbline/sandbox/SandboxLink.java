package dev.plumbline.sandbox;

import dev.plumbline.sandbox.control.CallRecord;
import dev.plumbline.sandbox.control.ControlCodec;
import dev.plumbline.sandbox.control.Fault;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * A hold on the one embedded AWS of a workspace. Whichever process opens first serves it; the others use the same
 * address. When the serving process ends, however it ends, another holder goes on serving, on the same port and from
 * the same store. Links of one process on one folder share what is behind them. Safe for many threads.
 */
public final class SandboxLink implements AutoCloseable {
    private final Rendezvous rendezvous;
    private final AtomicBoolean closed = new AtomicBoolean();

    private SandboxLink(Rendezvous rendezvous) {
        this.rendezvous = rendezvous;
    }

    /**
     * Joins the workspace's endpoint, serving it where nobody does yet.
     *
     * @param plumblineDir the workspace's {@code .plumbline} folder; created where it is missing
     * @throws SandboxException where the folder or the store cannot be used; its text names the file and the way out
     */
    public static SandboxLink open(Path plumblineDir) {
        return new SandboxLink(Rendezvous.join(plumblineDir.resolve("sandbox")));
    }

    /** Where the endpoint answers: what AWS_ENDPOINT_URL has to be. */
    public URI endpoint() {
        return rendezvous.endpoint();
    }

    /** Whether this process is the one that serves. */
    public boolean serving() {
        return rendezvous.serving();
    }

    /** Why this process could not go on serving after the one that did had ended; it keeps trying. */
    public Optional<SandboxException> trouble() {
        return rendezvous.trouble();
    }

    /**
     * The latest calls after a number (0 for all that are kept), oldest first. They end with the serving process.
     *
     * @throws SandboxException where the endpoint does not answer
     */
    public List<CallRecord> calls(long after) {
        List<CallRecord> calls = new ArrayList<>();
        if (ask("GET", "calls?after=" + after, null).get("calls") instanceof List<?> list) {
            list.forEach(one -> calls.add(ControlCodec.call((Map<?, ?>) one)));
        }
        return calls;
    }

    /**
     * Lets something go wrong on purpose.
     *
     * @throws SandboxException where the endpoint does not answer
     */
    public void inject(Fault fault) {
        ask("POST", "faults", new LinkedHashMap<>(ControlCodec.write(fault)));
    }

    /**
     * Takes back the faults that have not struck yet.
     *
     * @throws SandboxException where the endpoint does not answer
     */
    public void clearFaults() {
        ask("DELETE", "faults", null);
    }

    /**
     * Forgets every stream of every account and region.
     *
     * @throws SandboxException where the endpoint does not answer
     */
    public void reset() {
        ask("POST", "reset", Map.of());
    }

    /**
     * The regions in which any account has a stream.
     *
     * @throws SandboxException where the endpoint does not answer
     */
    public Set<String> regions() {
        Set<String> regions = new TreeSet<>();
        if (ask("GET", "regions", null).get("regions") instanceof List<?> list) {
            list.forEach(region -> regions.add(region.toString()));
        }
        return regions;
    }

    /**
     * Writes a copy of everything that is kept into a folder, from which another endpoint may be served: the folder
     * {@code sandbox} of another {@code .plumbline}.
     *
     * @throws SandboxException where the endpoint does not answer
     * @throws IOException where the copy cannot be written
     */
    public void copyStore(Path folder) throws IOException {
        try (OutputStream file = Files.newOutputStream(folder.resolve(Sandbox.STORE_FILE))) {
            new ControlClient(endpoint()).store(file);
        } catch (ControlClient.NoAnswer none) {
            throw noAnswer(none);
        }
    }

    private Map<String, @Nullable Object> ask(
            String method, String path, @Nullable Map<String, @Nullable Object> body) {
        try {
            return new ControlClient(endpoint()).send(method, path, body);
        } catch (ControlClient.NoAnswer none) {
            throw noAnswer(none);
        }
    }

    private SandboxException noAnswer(ControlClient.NoAnswer why) {
        return why.isRefusal()
                ? new SandboxException(
                        SandboxException.Kind.STORE,
                        "The embedded AWS at " + endpoint() + " could not do it: " + why.getMessage(),
                        why)
                : new SandboxException(
                        SandboxException.Kind.UNREACHABLE,
                        "The embedded AWS at " + endpoint() + " does not answer (" + why.getMessage() + ").",
                        why);
    }

    /** Lets go. The last holder in this process stops serving; another process may go on. */
    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            rendezvous.leave();
        }
    }
}
