package dev.plumbline.sandbox.http;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import dev.plumbline.sandbox.control.CallLog;
import dev.plumbline.sandbox.control.CallRecord;
import dev.plumbline.sandbox.control.ControlCodec;
import dev.plumbline.sandbox.control.Faults;
import dev.plumbline.sandbox.kinesis.Kinesis;
import dev.plumbline.sandbox.store.StoreException;
import dev.plumbline.sandbox.wire.AwsException;
import dev.plumbline.sandbox.wire.Document;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The private path of Plumbline's own processes: health, the record of calls, faults, reset,
 * which regions hold anything, a copy of the store. */
final class ControlPath implements HttpHandler {
    static final String ROOT = "/_plumbline/";
    private final String id;
    private final CallLog calls;
    private final Faults faults;
    private final Kinesis kinesis;
    private final Supplier<InputStream> store;

    ControlPath(String id, CallLog calls, Faults faults, Kinesis kinesis, Supplier<InputStream> store) {
        this.id = id;
        this.calls = calls;
        this.faults = faults;
        this.kinesis = kinesis;
        this.store = store;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        int status = 200;
        Map<String, @Nullable Object> out;
        try {
            Request request = Request.of(exchange);
            if (what(exchange, request).equals("GET store")) {
                sendStore(exchange);
                return;
            }
            out = answer(exchange, request);
        } catch (StoreException trouble) {
            status = 500;
            out = Map.of("error", trouble.text());
        } catch (AwsException error) {
            status = error.status();
            out = Map.of("error", error.text());
        } catch (IllegalArgumentException | ClassCastException | NullPointerException malformed) {
            status = 400;
            out = Map.of("error", "malformed: " + malformed.getMessage());
        }
        byte[] body = Document.JSON.write(out);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, body.length);
        try (OutputStream stream = exchange.getResponseBody()) {
            stream.write(body);
        }
    }

    private static String what(HttpExchange exchange, Request request) {
        return request.method() + " " + exchange.getRequestURI().getPath().substring(ROOT.length());
    }

    /** As plain bytes of any number, in chunks: whoever reads notices where they end early. */
    private void sendStore(HttpExchange exchange) throws IOException {
        try (InputStream copy = store.get()) {
            exchange.getResponseHeaders().set("Content-Type", "application/octet-stream");
            exchange.sendResponseHeaders(200, 0);
            try (OutputStream stream = exchange.getResponseBody()) {
                copy.transferTo(stream);
            }
        }
    }

    private Map<String, @Nullable Object> answer(HttpExchange exchange, Request request) {
        String what = what(exchange, request);
        switch (what) {
            case "GET health" -> {
                return Map.of("id", id, "pid", ProcessHandle.current().pid());
            }
            case "GET calls" -> {
                long after = Long.parseLong(request.form().getOrDefault("after", "0"));
                List<CallRecord> newer = calls.after(after);
                return Map.of("calls", newer.stream().map(ControlCodec::write).toList());
            }
            case "GET faults" -> {
                return Map.of(
                        "faults",
                        faults.pending().stream().map(ControlCodec::write).toList());
            }
            case "GET regions" -> {
                return Map.of("regions", List.copyOf(kinesis.regions()));
            }
            case "POST faults" -> faults.add(ControlCodec.fault(Document.JSON.read(request.body())));
            case "DELETE faults" -> faults.clear();
            case "POST reset" -> kinesis.clear();
            default -> throw new AwsException("NotFound", 404, "No such private path: " + what);
        }
        return Map.of("done", true);
    }
}
