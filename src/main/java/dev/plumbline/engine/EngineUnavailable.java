package dev.plumbline.engine;

/**
 * The warm engine cannot serve this run; the caller runs stock Terraform instead and says so once. The message is a
 * sentence for the user.
 */
public final class EngineUnavailable extends Exception {
    private static final long serialVersionUID = 1L;

    /** Why. */
    public enum Reason {
        /** {@code terraform init} finds no such provider, or none of the wanted version. */
        NO_PROVIDER,
        /** The provider speaks neither plugin protocol 5 nor 6 over gRPC, or not in the clear. */
        UNKNOWN_PROTOCOL,
        /** This operating system has no unix sockets and process rules the engine could rely on. */
        PLATFORM,
        /** The provider did not start, or ended at once. */
        PROVIDER_FAILED,
        /** No process became free in time. */
        TIMED_OUT,
        /** The engine was closed or stopped while the lease was asked for. */
        STOPPED
    }

    private final Reason reason;

    /** A reason and a sentence for the user. */
    public EngineUnavailable(Reason reason, String message) {
        super(message);
        this.reason = reason;
    }

    /** Why. */
    public Reason reason() {
        return reason;
    }
}
