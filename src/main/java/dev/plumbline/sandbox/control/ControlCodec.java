package dev.plumbline.sandbox.control;

import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Call records and faults as documents for the private path. */
public final class ControlCodec {
    private ControlCodec() {}

    /** A call as a document. */
    public static Map<String, @Nullable Object> write(CallRecord call) {
        Map<String, @Nullable Object> out = new LinkedHashMap<>();
        out.put("number", call.number());
        out.put("time", call.time().toEpochMilli());
        out.put("account", call.account());
        out.put("region", call.region());
        out.put("service", call.service());
        out.put("operation", call.operation());
        out.put("parameters", call.parameters());
        out.put("error", call.error().orElse(null));
        out.put("agent", call.agent());
        out.put("micros", call.micros());
        return out;
    }

    /** A call from a document; a field that is missing or of another type is an unchecked exception. */
    public static CallRecord call(Map<?, ?> in) {
        return new CallRecord(
                number(in, "number"),
                Instant.ofEpochMilli(number(in, "time")),
                text(in, "account"),
                text(in, "region"),
                text(in, "service"),
                text(in, "operation"),
                text(in, "parameters"),
                Optional.ofNullable((String) in.get("error")),
                text(in, "agent"),
                number(in, "micros"));
    }

    /** A fault as a document. */
    public static Map<String, @Nullable Object> write(Fault fault) {
        Map<String, @Nullable Object> out = new LinkedHashMap<>();
        out.put("operation", fault.operation());
        out.put("error", fault.error().orElse(null));
        out.put("message", fault.message());
        out.put("status", fault.status());
        out.put("delayMillis", fault.delay().toMillis());
        out.put("times", fault.times());
        return out;
    }

    /** A fault from a document; a field that is missing or of another type is an unchecked exception. */
    public static Fault fault(Map<?, ?> in) {
        return new Fault(
                text(in, "operation"),
                Optional.ofNullable((String) in.get("error")),
                text(in, "message"),
                (int) number(in, "status"),
                Duration.ofMillis(number(in, "delayMillis")),
                (int) number(in, "times"));
    }

    private static String text(Map<?, ?> in, String name) {
        return (String) Objects.requireNonNull(in.get(name), name);
    }

    private static long number(Map<?, ?> in, String name) {
        return ((Number) Objects.requireNonNull(in.get(name), name)).longValue();
    }
}
