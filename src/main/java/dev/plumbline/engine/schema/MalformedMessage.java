package dev.plumbline.engine.schema;

/** Bytes that are not a protobuf message, or not the one expected. */
final class MalformedMessage extends Exception {
    private static final long serialVersionUID = 1L;

    MalformedMessage(String message) {
        super(message);
    }
}
