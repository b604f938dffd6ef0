package dev.plumbline.sandbox.wire;

/** An answer that is an error in AWS's form: a type such as {@code ResourceNotFoundException}, a text and an HTTP status. */
public final class AwsException extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private final String code;
    private final int status;

    /** An error with its HTTP status; 400 is the one to use for a caller's mistake, because the provider retries 5xx. */
    public AwsException(String code, int status, String message) {
        // No stack trace: this is an answer to a caller, not a fault of ours.
        super(message, null, false, false);
        this.code = code;
        this.status = status;
    }

    /** An error with status 400. */
    public static AwsException of(String code, String message) {
        return new AwsException(code, 400, message);
    }

    /** The input has the right types but breaks a constraint; the text lists what and where. */
    public static AwsException validation(String message) {
        return of("ValidationException", message);
    }

    /** The body cannot be read as the operation's input at all. */
    public static AwsException serialization(String message) {
        return of("SerializationException", message);
    }

    /** AWS's error type, without a namespace. */
    public String code() {
        return code;
    }

    /** The HTTP status. */
    public int status() {
        return status;
    }

    /** The text; never null, unlike {@link #getMessage()}. */
    public String text() {
        String message = getMessage();
        return message == null ? "" : message;
    }
}
