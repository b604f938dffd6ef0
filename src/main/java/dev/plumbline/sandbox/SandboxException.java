package dev.plumbline.sandbox;

/** The embedded AWS cannot serve: the text names the file or port and the way out, and is meant for the learner. */
public final class SandboxException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    /** What stands in the way. */
    public enum Kind {
        /** The store cannot be opened or written: damaged, read-only, full disk. */
        STORE,
        /** The folder cannot be used for the rendezvous: read-only, no file locks. */
        FOLDER,
        /** The port that was asked for is taken. */
        PORT,
        /** Another process holds the workspace's endpoint but does not answer. */
        UNREACHABLE
    }

    private final Kind kind;

    SandboxException(Kind kind, String message, Throwable cause) {
        super(message, cause);
        this.kind = kind;
    }

    SandboxException(Kind kind, String message) {
        super(message);
        this.kind = kind;
    }

    /** What stands in the way. */
    public Kind kind() {
        return kind;
    }

    /** The text; never null. */
    public String text() {
        String message = getMessage();
        return message == null ? kind.name() : message;
    }
}
