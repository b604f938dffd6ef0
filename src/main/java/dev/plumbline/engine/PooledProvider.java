package dev.plumbline.engine;

/** A provider process as the pool sees it. */
interface PooledProvider {
    boolean alive();

    /** Whether it still works on a call of its last run. */
    boolean busy();

    /** Whether its last run left it in a state that a next run must not meet. */
    boolean spoiled();

    /** Its run is over and nothing of it goes on. */
    void rest();

    /** Ends it at once. Idempotent. */
    void end();
}
