package dev.plumbline.sandbox.kinesis;

import java.time.Duration;
import java.util.List;
import java.util.Optional;

/**
 * What can be set on a stream beside its capacity.
 *
 * @param retentionHours how long records are kept
 * @param kmsKey the key records are encrypted with; empty is no encryption
 * @param metrics the shard-level metrics that are on, in AWS's order
 * @param maxRecordKiB the largest record
 */
record Settings(int retentionHours, Optional<String> kmsKey, List<String> metrics, int maxRecordKiB) {
    static final Settings INITIAL = new Settings(24, Optional.empty(), List.of(), 1024);

    Duration retention() {
        return Duration.ofHours(retentionHours);
    }

    String encryption() {
        return kmsKey.isPresent() ? "KMS" : "NONE";
    }

    Settings withRetention(int hours) {
        return new Settings(hours, kmsKey, metrics, maxRecordKiB);
    }

    Settings withKey(Optional<String> key) {
        return new Settings(retentionHours, key, metrics, maxRecordKiB);
    }

    Settings withMetrics(List<String> wished) {
        return new Settings(retentionHours, kmsKey, List.copyOf(wished), maxRecordKiB);
    }

    Settings withMaxRecord(int kib) {
        return new Settings(retentionHours, kmsKey, metrics, kib);
    }
}
