package dev.plumbline.sandbox;

import dev.plumbline.sandbox.control.CallLog;
import dev.plumbline.sandbox.control.CallRecord;
import dev.plumbline.sandbox.control.Faults;
import dev.plumbline.sandbox.http.Endpoint;
import dev.plumbline.sandbox.kinesis.Kinesis;
import dev.plumbline.sandbox.store.Store;
import dev.plumbline.sandbox.store.StoreException;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Supplier;

/**
 * The embedded AWS, served by this process on 127.0.0.1. Use {@link SandboxLink} for a workspace: there, several
 * processes share one.
 */
public final class Sandbox implements AutoCloseable {
    static final String STORE_FILE = "store.mv";
    private final Store store;
    private final Kinesis kinesis;
    private final Endpoint endpoint;
    private final CallLog calls = new CallLog();
    private final Faults faults = new Faults();

    private Sandbox(Store store, Kinesis kinesis, Endpoint endpoint) {
        this.store = store;
        this.kinesis = kinesis;
        this.endpoint = endpoint;
    }

    /**
     * Opens the store and begins to serve.
     *
     * @throws SandboxException where the store cannot be opened or the port is taken
     */
    public static Sandbox start(SandboxOptions options) {
        return start(options, () -> bind(options.port()));
    }

    /** Opens the store while the port is being bound: together they are what a start costs. */
    static Sandbox start(SandboxOptions options, Supplier<Endpoint> binding) {
        CompletableFuture<Opened> opening = CompletableFuture.supplyAsync(() -> Opened.by(options));
        WarmUp.dateMeanwhile();
        Endpoint endpoint;
        try {
            endpoint = binding.get();
            WarmUp.json();
        } catch (SandboxException unbound) {
            opening.handle((opened, alsoFailed) -> {
                        if (alsoFailed == null) {
                            opened.store().close();
                        }
                        return true;
                    })
                    .join();
            throw unbound;
        }
        try {
            Opened opened = opening.join();
            Sandbox sandbox = new Sandbox(opened.store(), opened.kinesis(), endpoint);
            endpoint.serve(
                    options.id(),
                    sandbox.kinesis,
                    SandboxCredentials::account,
                    sandbox.calls,
                    sandbox.faults,
                    options.clock(),
                    sandbox.store::copy);
            return sandbox;
        } catch (CompletionException failed) {
            endpoint.close();
            if (failed.getCause() instanceof StoreException trouble) {
                throw new SandboxException(SandboxException.Kind.STORE, trouble.text(), trouble);
            }
            throw failed;
        }
    }

    private record Opened(Store store, Kinesis kinesis) {
        static Opened by(SandboxOptions options) {
            Store store = options.folder()
                    .map(folder -> Store.at(folder.resolve(STORE_FILE)))
                    .orElseGet(Store::inMemory);
            return new Opened(store, new Kinesis(store, options.clock(), options.transition()));
        }
    }

    static Endpoint bind(int port) {
        try {
            return Endpoint.bind(port);
        } catch (IOException taken) {
            throw new SandboxException(
                    SandboxException.Kind.PORT,
                    "Port " + port + " of 127.0.0.1 is taken. End the program that uses it, or choose another port.",
                    taken);
        }
    }

    /** Where it answers: what AWS_ENDPOINT_URL has to be. */
    public URI endpoint() {
        return URI.create("http://127.0.0.1:" + endpoint.port());
    }

    /** The latest calls after a number (0 for all that are kept), oldest first. */
    public List<CallRecord> calls(long after) {
        return calls.after(after);
    }

    /** What is to go wrong on purpose. */
    public Faults faults() {
        return faults;
    }

    /** A copy of every stream of every account and region, without records; for {@link #bringBack}. */
    public Map<String, byte[]> copy() {
        return kinesis.copy();
    }

    /** Forgets every stream and has those of a copy instead, as they were, the time of their making included. */
    public void bringBack(Map<String, byte[]> copy) {
        kinesis.bringBack(copy);
    }

    /** Forgets every stream of every account and region. */
    public void reset() {
        kinesis.clear();
    }

    /** Stops serving and closes the store. */
    @Override
    public void close() {
        endpoint.close();
        store.close();
    }
}
