package dev.plumbline.engine;

/** A place in the queue for a process of one kind. */
final class PoolTicket<K> {
    private final K key;
    private final long asked = System.nanoTime();
    private long patientSince = asked;

    PoolTicket(K key) {
        this.key = key;
    }

    K key() {
        return key;
    }

    long waitedNanos() {
        return System.nanoTime() - asked;
    }

    /** For how long a process of its kind could have become free. */
    long patientNanos() {
        return System.nanoTime() - patientSince;
    }

    /** None could so far. */
    void beginPatience() {
        patientSince = System.nanoTime();
    }
}
