package dev.plumbline.cohort.bundle;

import java.io.Serial;

/** A file that cannot be opened as a bundle, and why; the message is a sentence that does not repeat the file's name. */
public final class BundleException extends Exception {
    @Serial
    private static final long serialVersionUID = 1L;

    /** For that reason. */
    public BundleException(String message) {
        super(message, null, false, false);
    }

    /** The reason; never null. */
    public String text() {
        String message = getMessage();
        return message == null ? "" : message;
    }
}
