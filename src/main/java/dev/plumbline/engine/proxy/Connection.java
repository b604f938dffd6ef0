package dev.plumbline.engine.proxy;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/** One connection from Terraform, which is one instance of the provider in its graph. */
final class Connection {
    private final Providers providers;
    private final AtomicReference<@Nullable Connection> holderOfFirst;
    private @Nullable ProviderChannel bound;
    private boolean closed;

    /**
     * @param holderOfFirst which connection has configured the first process; shared by the connections of a lease
     */
    Connection(Providers providers, AtomicReference<@Nullable Connection> holderOfFirst) {
        this.providers = providers;
        this.holderOfFirst = holderOfFirst;
    }

    /**
     * The process for a call. Until an instance is configured its calls (schema, validation) depend on nothing and go
     * to the first process; from its configuration on, it keeps a process to itself.
     */
    synchronized ProviderChannel providerFor(String method) throws IOException {
        ProviderChannel mine = bound;
        if (mine == null && isConfigure(method)) {
            if (closed) {
                throw new IOException("Terraform has hung up");
            }
            mine = holderOfFirst.compareAndSet(null, this) ? providers.first() : providers.another();
            bound = mine;
        }
        return mine == null ? providers.first() : mine;
    }

    synchronized void close() {
        closed = true;
        ProviderChannel mine = bound;
        bound = null;
        if (mine != null && !holderOfFirst.compareAndSet(this, null)) {
            providers.giveBack(mine);
        }
    }

    /** {@code Configure} in protocol 5, {@code ConfigureProvider} in protocol 6. */
    private static boolean isConfigure(String method) {
        return method.endsWith("/Configure") || method.endsWith("/ConfigureProvider");
    }
}
