package dev.plumbline.sandbox.http;

import dev.plumbline.sandbox.wire.AwsException;
import dev.plumbline.sandbox.wire.Document;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What goes back to a caller: a status, a body and its type, and the error type for the record of calls. */
final class Answer {
    private static final String XML = "text/xml";
    private final int status;
    private final String contentType;
    private final byte[] body;
    private final Optional<String> error;

    private Answer(int status, String contentType, byte[] body, Optional<String> error) {
        this.status = status;
        this.contentType = contentType;
        this.body = body;
        this.error = error;
    }

    int status() {
        return status;
    }

    String contentType() {
        return contentType;
    }

    byte[] body() {
        return body;
    }

    Optional<String> error() {
        return error;
    }

    static Answer of(Document format, Map<String, @Nullable Object> out) {
        byte[] body = out.isEmpty() ? new byte[0] : format.write(out);
        return new Answer(200, format.contentType(), body, Optional.empty());
    }

    static Answer error(Document format, AwsException error) {
        Map<String, @Nullable Object> out = new LinkedHashMap<>();
        out.put("__type", error.code());
        if (!error.text().isEmpty()) {
            // SerializationException spells it with a capital, as AWS's front end does.
            out.put(error.code().equals("SerializationException") ? "Message" : "message", error.text());
        }
        return new Answer(error.status(), format.contentType(), format.write(out), Optional.of(error.code()));
    }

    static Answer xml(String action, String result, String requestId) {
        return new Answer(
                200,
                XML,
                bytes("<" + action + "Response xmlns=\"https://sts.amazonaws.com/doc/2011-06-15/\"><" + action
                        + "Result>"
                        + result + "</" + action + "Result><ResponseMetadata><RequestId>" + requestId
                        + "</RequestId></ResponseMetadata></" + action + "Response>"),
                Optional.empty());
    }

    static Answer xmlError(AwsException error, String requestId) {
        return new Answer(
                error.status(),
                XML,
                bytes(
                        "<ErrorResponse xmlns=\"https://sts.amazonaws.com/doc/2011-06-15/\"><Error><Type>Sender</Type><Code>"
                                + escape(error.code()) + "</Code><Message>" + escape(error.text())
                                + "</Message></Error><RequestId>" + requestId + "</RequestId></ErrorResponse>"),
                Optional.of(error.code()));
    }

    /** S3's errors have no outer element. */
    static Answer restXmlError(AwsException error, String requestId) {
        return new Answer(
                error.status(),
                "application/xml",
                bytes("<?xml version=\"1.0\" encoding=\"UTF-8\"?><Error><Code>" + escape(error.code())
                        + "</Code><Message>" + escape(error.text()) + "</Message><RequestId>" + requestId
                        + "</RequestId></Error>"),
                Optional.of(error.code()));
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static String escape(String text) {
        StringBuilder escaped = new StringBuilder();
        text.codePoints().forEach(point -> {
            switch (point) {
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '&' -> escaped.append("&amp;");
                case '"' -> escaped.append("&quot;");
                default -> escaped.appendCodePoint(point < 0x20 && point != '\n' ? ' ' : point);
            }
        });
        return escaped.toString();
    }
}
