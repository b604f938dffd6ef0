package dev.plumbline.sandbox.http;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import dev.plumbline.sandbox.control.CallLog;
import dev.plumbline.sandbox.control.CallRecord;
import dev.plumbline.sandbox.control.Fault;
import dev.plumbline.sandbox.control.Faults;
import dev.plumbline.sandbox.store.StoreException;
import dev.plumbline.sandbox.wire.AwsException;
import dev.plumbline.sandbox.wire.Ids;
import dev.plumbline.sandbox.wire.Scope;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** Routes AWS calls by the service in their credential scope, and records them. */
final class Gateway implements HttpHandler {
    private final Map<String, Service> services;
    private final Service unserved = new UnservedService();
    private final UnaryOperator<String> accountOf;
    private final CallLog calls;
    private final Faults faults;
    private final Clock clock;

    Gateway(Map<String, Service> services, UnaryOperator<String> accountOf, CallLog calls, Faults faults, Clock clock) {
        this.services = services;
        this.accountOf = accountOf;
        this.calls = calls;
        this.faults = faults;
        this.clock = clock;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        long started = System.nanoTime();
        String requestId = Ids.next();
        Request request;
        try {
            request = Request.of(exchange);
        } catch (AwsException tooLarge) {
            Request empty = Request.withoutBody(exchange);
            send(exchange, serviceOf(empty).error(empty, tooLarge, requestId), requestId);
            return;
        }
        Service service = serviceOf(request);
        Service.Target target = service.target(request);
        Answer answer;
        try {
            answer = answer(service, request, target, requestId);
        } catch (AwsException error) {
            answer = service.error(request, error, requestId);
        } catch (StoreException trouble) {
            // 400, not 5xx: the provider would retry a full disk 25 times and look hung.
            answer = service.error(request, AwsException.of("EmbeddedStoreFailure", trouble.text()), requestId);
        } catch (RuntimeException | LinkageError bug) {
            // The boundary: whatever is wrong with us, the caller gets an answer it can read. A LinkageError is a
            // program that was rebuilt under a running session.
            answer = service.error(
                    request,
                    AwsException.of(
                            "EmbeddedEndpointBug",
                            "The embedded endpoint has a bug (" + bug + "). Please report it with this call: "
                                    + target.operation() + " " + target.parameters()),
                    requestId);
        }
        record(request, target, answer, started);
        send(exchange, answer, requestId);
    }

    private Service serviceOf(Request request) {
        Optional<String> service = request.scope().map(Scope::service);
        if (service.isEmpty()
                && request.header("X-Amz-Target")
                        .filter(t -> t.startsWith("Kinesis_"))
                        .isPresent()) {
            service = Optional.of("kinesis");
        }
        return service.map(services::get).orElse(unserved);
    }

    private Answer answer(Service service, Request request, Service.Target target, String requestId) {
        Scope scope = request.scope().orElseThrow(() -> missingToken(request));
        if (!scope.hasRegion()) {
            throw AwsException.of(
                    "InvalidSignatureException",
                    "Credential should be scoped to a valid region, not '" + scope.region() + "'.");
        }
        Optional<Fault> fault = faults.take(target.operation());
        if (fault.isPresent()) {
            strike(fault.get());
        }
        return service.answer(request, target, scope, accountOf.apply(scope.accessKey()), requestId);
    }

    private static AwsException missingToken(Request request) {
        if (request.header("Authorization").isPresent()) {
            return AwsException.of(
                    "IncompleteSignatureException",
                    "Authorization header requires a 'Credential' of the form KEY/DATE/REGION/SERVICE/aws4_request.");
        }
        return request.header("X-Amz-Target").isPresent()
                ? AwsException.of("MissingAuthenticationTokenException", "Missing Authentication Token")
                : new AwsException("MissingAuthenticationToken", 403, "Request is missing Authentication Token");
    }

    private static void strike(Fault fault) {
        try {
            Thread.sleep(fault.delay().toMillis());
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
        }
        if (fault.error().isPresent()) {
            throw new AwsException(fault.error().get(), fault.status(), fault.message());
        }
    }

    private void record(Request request, Service.Target target, Answer answer, long started) {
        Optional<Scope> scope = request.scope();
        long micros = (System.nanoTime() - started) / 1_000;
        calls.add(number -> new CallRecord(
                number,
                clock.instant(),
                scope.map(Scope::accessKey).map(accountOf).orElse(""),
                scope.map(Scope::region).orElse(""),
                scope.map(Scope::service).orElse(""),
                target.operation(),
                target.parameters(),
                answer.error(),
                request.agent(),
                micros));
    }

    private static void send(HttpExchange exchange, Answer answer, String requestId) throws IOException {
        exchange.getResponseHeaders().set("Content-Type", answer.contentType());
        exchange.getResponseHeaders().set("x-amzn-RequestId", requestId);
        exchange.getResponseHeaders()
                .set("x-amz-id-2", requestId.replace("-", "").repeat(2));
        boolean bodiless =
                answer.body().length == 0 || exchange.getRequestMethod().equals("HEAD");
        exchange.sendResponseHeaders(answer.status(), bodiless ? -1 : answer.body().length);
        if (!bodiless) {
            try (OutputStream out = exchange.getResponseBody()) {
                out.write(answer.body());
            }
        }
    }
}
