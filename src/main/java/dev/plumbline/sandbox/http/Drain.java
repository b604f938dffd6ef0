package dev.plumbline.sandbox.http;

import com.sun.net.httpserver.Filter;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.time.Duration;

/** Counts calls being answered, to wait for them: the JDK's own stop waits its full time even when there are none. */
final class Drain extends Filter {
    private static final long PATIENCE = Duration.ofMillis(500).toNanos();
    private int running;

    @Override
    public void doFilter(HttpExchange exchange, Chain chain) throws IOException {
        count(1);
        try {
            chain.doFilter(exchange);
        } finally {
            // Also after an Error: the JDK's server would leave the caller waiting for ever.
            exchange.close();
            count(-1);
        }
    }

    private synchronized void count(int by) {
        running += by;
        notifyAll();
    }

    synchronized void await() {
        long deadline = System.nanoTime() + PATIENCE;
        try {
            while (running > 0 && System.nanoTime() < deadline) {
                wait(20);
            }
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public String description() {
        return "counts calls being answered";
    }
}
