package dev.plumbline.sandbox.store;

/** The store's file cannot be opened, read or written; the text names the file and the way out. */
public final class StoreException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    StoreException(String message, Throwable cause) {
        super(message, cause);
    }

    /** What happened and what to do; never null. */
    public String text() {
        String message = getMessage();
        return message == null ? "" : message;
    }
}
