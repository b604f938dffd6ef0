package dev.plumbline.sandbox.wire;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.dataformat.cbor.CBORFactory;
import com.fasterxml.jackson.dataformat.cbor.CBORGenerator;
import com.fasterxml.jackson.dataformat.cbor.CBORParser;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads and writes documents as plain values: Map, List, String, Long, Double, Boolean, byte[] and Instant. Streaming,
 * without an object mapper: that one costs a third of the endpoint's start.
 *
 * <p>Two things differ between AWS's formats. Times are seconds with a fraction in JSON, and milliseconds behind tag 1
 * in CBOR (the AWS SDKs' reading of it, not RFC 8949's). Bytes are Base64 text in JSON.
 */
public enum Document {
    /** {@code application/x-amz-json-1.1}. */
    JSON("application/x-amz-json-1.1"),
    /** {@code application/x-amz-cbor-1.1}: what the AWS SDK for Java speaks to Kinesis. */
    CBOR("application/x-amz-cbor-1.1");

    private static final int TIME_TAG = 1;
    private static final StreamReadConstraints LIMITS = StreamReadConstraints.builder()
            .maxNestingDepth(64)
            .maxStringLength(16 << 20)
            .build();
    private final String contentType;

    Document(String contentType) {
        this.contentType = contentType;
    }

    /** The Content-Type of requests and answers in this format. */
    public String contentType() {
        return contentType;
    }

    private static final class Factories {
        static final JsonFactory TEXT =
                JsonFactory.builder().streamReadConstraints(LIMITS).build();
        static final CBORFactory BINARY =
                CBORFactory.builder().streamReadConstraints(LIMITS).build();
    }

    /**
     * Reads an object. An empty body reads as an empty object, as AWS does.
     *
     * @throws AwsException SerializationException where it is not one
     */
    public Map<String, @Nullable Object> read(byte[] bytes) {
        if (bytes.length == 0) {
            return new LinkedHashMap<>();
        }
        try (JsonParser parser =
                this == CBOR ? Factories.BINARY.createParser(bytes) : Factories.TEXT.createParser(bytes)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw AwsException.serialization("The request body is not an object.");
            }
            Map<String, @Nullable Object> object = object(parser);
            if (parser.nextToken() != null) {
                throw AwsException.serialization("The request body goes on after its end.");
            }
            return object;
        } catch (JsonParseException broken) {
            throw AwsException.serialization("The request body is broken: " + broken.getOriginalMessage());
        } catch (IOException broken) {
            throw AwsException.serialization(
                    "The request body is broken: it ends early or is no " + (this == CBOR ? "CBOR" : "JSON") + ".");
        }
    }

    private static Map<String, @Nullable Object> object(JsonParser parser) throws IOException {
        Map<String, @Nullable Object> object = new LinkedHashMap<>();
        while (parser.nextToken() == JsonToken.FIELD_NAME) {
            String name = parser.currentName();
            parser.nextToken();
            object.put(name, value(parser));
        }
        if (parser.currentToken() != JsonToken.END_OBJECT) {
            throw AwsException.serialization("The request body ends early.");
        }
        return object;
    }

    private static @Nullable Object value(JsonParser parser) throws IOException {
        JsonToken token = parser.currentToken();
        if (token == null) {
            throw AwsException.serialization("The request body ends early.");
        }
        return switch (token) {
            case START_OBJECT -> object(parser);
            case START_ARRAY -> {
                List<@Nullable Object> list = new ArrayList<>();
                while (parser.nextToken() != JsonToken.END_ARRAY) {
                    list.add(value(parser));
                }
                yield list;
            }
            case VALUE_STRING -> parser.getText();
            case VALUE_NUMBER_INT -> integer(parser);
            case VALUE_NUMBER_FLOAT -> parser.getDoubleValue();
            case VALUE_TRUE, VALUE_FALSE -> parser.getBooleanValue();
            case VALUE_EMBEDDED_OBJECT -> parser.getBinaryValue();
            case VALUE_NULL -> null;
            default -> throw AwsException.serialization("The request body has an unexpected " + token + ".");
        };
    }

    private static Object integer(JsonParser parser) throws IOException {
        boolean time = parser instanceof CBORParser cbor && cbor.getCurrentTag() == TIME_TAG;
        if (parser.getNumberType() == JsonParser.NumberType.BIG_INTEGER) {
            return parser.getDoubleValue();
        }
        long number = parser.getLongValue();
        return time ? Instant.ofEpochMilli(number) : (Object) number;
    }

    /** Writes an object; entries that are null are left out. */
    public byte[] write(Map<String, ? extends @Nullable Object> object) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(512);
        try (JsonGenerator generator =
                this == CBOR ? Factories.BINARY.createGenerator(bytes) : Factories.TEXT.createGenerator(bytes)) {
            put(generator, object);
        } catch (IOException impossible) {
            throw new UncheckedIOException("writing to memory", impossible);
        }
        return bytes.toByteArray();
    }

    private void put(JsonGenerator generator, Object value) throws IOException {
        if (value instanceof Map<?, ?> map) {
            generator.writeStartObject();
            for (Map.Entry<?, ?> entry : map.entrySet()) {
                Object inner = entry.getValue();
                if (inner != null) {
                    generator.writeFieldName(String.valueOf(entry.getKey()));
                    put(generator, inner);
                }
            }
            generator.writeEndObject();
        } else if (value instanceof Iterable<?> list) {
            generator.writeStartArray();
            for (Object inner : list) {
                put(generator, inner);
            }
            generator.writeEndArray();
        } else if (value instanceof Instant time) {
            time(generator, time);
        } else if (value instanceof byte[] bytes) {
            generator.writeBinary(bytes);
        } else if (value instanceof Boolean flag) {
            generator.writeBoolean(flag);
        } else if (value instanceof Integer || value instanceof Long) {
            generator.writeNumber(((Number) value).longValue());
        } else if (value instanceof Number number) {
            generator.writeNumber(number.doubleValue());
        } else {
            generator.writeString(value.toString());
        }
    }

    private static void time(JsonGenerator generator, Instant time) throws IOException {
        if (generator instanceof CBORGenerator cbor) {
            cbor.writeTag(TIME_TAG);
            cbor.writeNumber(time.toEpochMilli());
        } else {
            generator.writeNumber(java.math.BigDecimal.valueOf(time.toEpochMilli(), 3)
                    .stripTrailingZeros()
                    .toPlainString());
        }
    }
}
