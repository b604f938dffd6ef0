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
import java.nio.file.Path;
import java.util.List;

/**
 * The embedded AWS, served by this process on 127.0.0.1. Use {@link SandboxLink} for a workspace: there, several
 * processes share one.
 */
public final class Sandbox implements AutoCloseable {
    private static final String STORE_FILE = "store.mv";
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
        Endpoint endpoint = bind(options.port());
        try {
            Store store = options.folder().map(Sandbox::open).orElseGet(Store::inMemory);
            Kinesis kinesis = new Kinesis(store, options.clock(), options.transition());
            Sandbox sandbox = new Sandbox(store, kinesis, endpoint);
            endpoint.serve(
                    options.id(), kinesis, SandboxCredentials::account, sandbox.calls, sandbox.faults, options.clock());
            return sandbox;
        } catch (StoreException trouble) {
            endpoint.close();
            throw new SandboxException(SandboxException.Kind.STORE, trouble.text(), trouble);
        }
    }

    private static Store open(Path folder) {
        return Store.at(folder.resolve(STORE_FILE));
    }

    private static Endpoint bind(int port) {
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
