package dev.plumbline.sandbox.http;

import com.sun.net.httpserver.Filter;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Keeps web pages out. A browser on this machine can reach the loopback interface: what carries an Origin is a page's
 * doing, and a Host that is not ours is a name that was pointed here (DNS rebinding).
 */
final class LocalOnly extends Filter {
    private static final Pattern OURS =
            Pattern.compile("([a-z0-9.-]+\\.)?(127\\.0\\.0\\.1|localhost|\\[::1\\])(:\\d+)?", Pattern.CASE_INSENSITIVE);

    @Override
    public void doFilter(HttpExchange exchange, Chain chain) throws IOException {
        String host = exchange.getRequestHeaders().getFirst("Host");
        if (exchange.getRequestHeaders().containsKey("Origin") || !isOurs(host)) {
            byte[] body = "{\"error\":\"this endpoint serves programs on this machine, not web pages\"}"
                    .getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().set("Content-Type", "application/json");
            exchange.sendResponseHeaders(403, body.length);
            try (OutputStream out = exchange.getResponseBody()) {
                out.write(body);
            }
            exchange.close();
            return;
        }
        chain.doFilter(exchange);
    }

    private static boolean isOurs(@Nullable String host) {
        return host == null || OURS.matcher(host).matches();
    }

    @Override
    public String description() {
        return "refuses requests that come from web pages";
    }
}
