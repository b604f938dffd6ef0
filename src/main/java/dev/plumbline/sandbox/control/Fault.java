package dev.plumbline.sandbox.control;

import java.time.Duration;
import java.util.Optional;

/**
 * Something to go wrong on purpose, for drills and tests.
 *
 * @param operation the operation it strikes, such as {@code PutRecord}; {@code *} is every one
 * @param error AWS's error type to answer with; empty only delays
 * @param message the text of the error
 * @param status the HTTP status of the error; mind that the provider retries 5xx up to 25 times
 * @param delay how long to wait before answering, at most a minute
 * @param times how many calls it strikes before it is spent
 */
public record Fault(String operation, Optional<String> error, String message, int status, Duration delay, int times) {
    private static final Duration LONGEST = Duration.ofMinutes(1);

    /** Checks the values. */
    public Fault {
        if (times < 1 || status < 400 || status > 599 || delay.isNegative() || delay.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException(
                    "a fault strikes at least once, answers 400 to 599 and delays at most a minute");
        }
    }

    /** The next calls of an operation are answered with an error, status 400. */
    public static Fault error(String operation, String error, String message, int times) {
        return new Fault(operation, Optional.of(error), message, 400, Duration.ZERO, times);
    }

    /** The next data calls of an operation are throttled as an overrun shard's are. */
    public static Fault throttle(String operation, int times) {
        return error(
                operation, "ProvisionedThroughputExceededException", "Rate exceeded for the stream (a drill).", times);
    }

    /** The next calls of an operation are answered late. */
    public static Fault latency(String operation, Duration delay, int times) {
        return new Fault(operation, Optional.empty(), "", 400, delay, times);
    }

    boolean strikes(String called) {
        return operation.equals("*") || operation.equals(called);
    }

    Fault once() {
        return new Fault(operation, error, message, status, delay, times - 1);
    }
}
