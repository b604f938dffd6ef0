package dev.plumbline.sandbox.control;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;

/**
 * One AWS call that the endpoint answered.
 *
 * @param number counts calls from 1 since the endpoint's present process began to serve
 * @param time when it was answered
 * @param account the 12-digit account of the caller's access key
 * @param region the region of the credential scope, which is the region the caller asked for
 * @param service such as {@code kinesis} or {@code sts}
 * @param operation such as {@code CreateStream}; empty where it could not be told
 * @param parameters the input, shortened to a line; record data is left out
 * @param error AWS's error type, where the answer was one
 * @param agent the caller's program by its User-Agent: {@code terraform}, {@code plumbline-grader} for Terraform runs
 *     of the grader, {@code aws-sdk-java}, …
 * @param micros how long the answer took, in microseconds
 */
public record CallRecord(
        long number,
        Instant time,
        String account,
        String region,
        String service,
        String operation,
        String parameters,
        Optional<String> error,
        String agent,
        long micros) {
    private static final Set<String> RECORDS = Set.of("PutRecord", "PutRecords");

    /** Whether it asks for a change of what an account has. Records that are put on a stream are not what it has. */
    public boolean isChange() {
        return !operation.startsWith("Describe")
                && !operation.startsWith("List")
                && !operation.startsWith("Get")
                && !RECORDS.contains(operation);
    }
}
