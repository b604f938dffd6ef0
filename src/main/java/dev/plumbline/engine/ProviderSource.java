package dev.plumbline.engine;

/** Where leases come from: the daemon, or this process itself. */
sealed interface ProviderSource extends AutoCloseable permits DaemonClient, OwnProcesses {
    Lease lease(LeaseRequest request) throws EngineUnavailable, InterruptedException;

    @Override
    void close();
}
