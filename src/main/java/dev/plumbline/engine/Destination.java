package dev.plumbline.engine;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Where a run's provider finds its AWS.
 *
 * @param environment the provider's environment, without the endpoint where that is reached through a relay
 * @param relayed the local address behind the relay; empty where the provider goes to its endpoint itself
 */
record Destination(Map<String, String> environment, Optional<InetSocketAddress> relayed) {
    static final String ENDPOINT = "AWS_ENDPOINT_URL";

    private static final int CONNECT_MILLIS = 500;

    /**
     * An endpoint that the caller declares movable, on this machine and answering, is reached through a relay, so that
     * runs of different workspaces can use one provider process. One that does not answer is left to the provider, whose
     * own message then names it.
     */
    static Destination of(Map<String, String> asked) {
        Map<String, String> environment = new TreeMap<>(asked);
        boolean movable = environment.remove(WarmEngine.MOVABLE_ENDPOINT) != null;
        Optional<InetSocketAddress> local = movable ? local(environment) : Optional.empty();
        if (local.isPresent() && answers(local.get())) {
            environment.remove(ENDPOINT);
            return new Destination(environment, local);
        }
        return new Destination(environment, Optional.empty());
    }

    /** {@code http://127.0.0.1:PORT}, and no service with an endpoint of its own. */
    private static Optional<InetSocketAddress> local(Map<String, String> environment) {
        boolean others = environment.keySet().stream().anyMatch(name -> name.startsWith(ENDPOINT + "_"));
        try {
            URI uri = URI.create(environment.getOrDefault(ENDPOINT, ""));
            boolean plain = "http".equals(uri.getScheme())
                    && "127.0.0.1".equals(uri.getHost())
                    && uri.getPort() > 0
                    && (uri.getPath().isEmpty() || uri.getPath().equals("/"));
            return plain && !others
                    ? Optional.of(new InetSocketAddress(uri.getHost(), uri.getPort()))
                    : Optional.empty();
        } catch (IllegalArgumentException noAddress) {
            return Optional.empty();
        }
    }

    private static boolean answers(InetSocketAddress address) {
        try (Socket socket = new Socket()) {
            socket.connect(address, CONNECT_MILLIS);
            return true;
        } catch (IOException refused) {
            return false;
        }
    }
}
