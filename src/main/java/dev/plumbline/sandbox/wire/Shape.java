package dev.plumbline.sandbox.wire;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The shape of one input value, declared as AWS's service models do. Reading a value converts it (Base64 text to bytes,
 * seconds to a time) and collects broken constraints; a value of the wrong type is a SerializationException at once.
 */
public sealed interface Shape {
    /** Reads a value that is there. */
    Object read(Object value, String path, Reading reading);

    /** Where constraint violations of one input gather. */
    final class Reading {
        private final Violations violations = new Violations();

        private Reading() {}

        void broken(@Nullable Object value, String path, String constraint) {
            violations.add(value == null ? null : String.valueOf(value), path, constraint);
        }
    }

    /** Reads a whole input. */
    static Input read(Structure structure, Map<String, @Nullable Object> document) {
        Reading reading = new Reading();
        Input input = structure.read(document, "", reading);
        reading.violations.orThrow();
        return input;
    }

    /** Text of so many characters, matching a pattern where there is one. */
    static Text text(int min, int max, @Nullable String pattern) {
        return new Text(min, max, pattern == null ? null : Pattern.compile(pattern));
    }

    /** One of some words. */
    static Choice choice(String... words) {
        return new Choice(List.of(words));
    }

    /** A whole number. */
    static Whole whole(long min, long max) {
        return new Whole(min, max);
    }

    /** A list of so many elements. */
    static Listing list(Shape element, int min, int max) {
        return new Listing(element, min, max);
    }

    /** A structure of members. */
    static Structure structure(Member... members) {
        return new Structure(List.of(members));
    }

    /** A member that may be left out. */
    static Member optional(String name, Shape shape) {
        return new Member(name, shape, false);
    }

    /** A member that must be there. */
    static Member required(String name, Shape shape) {
        return new Member(name, shape, true);
    }

    /** A named member of a structure. */
    record Member(String name, Shape shape, boolean required) {}

    /** Text. */
    record Text(int min, int max, @Nullable Pattern pattern) implements Shape {
        @Override
        public String read(Object value, String path, Reading reading) {
            if (!(value instanceof String text)) {
                throw wrongType(value, "String");
            }
            if (pattern != null && !pattern.matcher(text).matches()) {
                reading.broken(text, path, "Member must satisfy regular expression pattern: " + pattern.pattern());
            }
            length(text, text.codePointCount(0, text.length()), min, max, path, reading);
            return text;
        }
    }

    /** One of some words. */
    record Choice(List<String> words) implements Shape {
        @Override
        public String read(Object value, String path, Reading reading) {
            if (!(value instanceof String text)) {
                throw wrongType(value, "String");
            }
            if (!words.contains(text)) {
                reading.broken(text, path, "Member must satisfy enum value set: " + words);
            }
            return text;
        }
    }

    /** A whole number; a fraction is cut off, as AWS does. */
    record Whole(long min, long max) implements Shape {
        @Override
        public Long read(Object value, String path, Reading reading) {
            if (!(value instanceof Number number)) {
                throw wrongType(value, "Integer");
            }
            long whole = Math.max(Integer.MIN_VALUE, Math.min(Integer.MAX_VALUE, number.longValue()));
            if (whole < min) {
                reading.broken(whole, path, "Member must have value greater than or equal to " + min);
            }
            if (whole > max) {
                reading.broken(whole, path, "Member must have value less than or equal to " + max);
            }
            return whole;
        }
    }

    /** True or false. */
    record Flag() implements Shape {
        @Override
        public Boolean read(Object value, String path, Reading reading) {
            if (!(value instanceof Boolean flag)) {
                throw wrongType(value, "Boolean");
            }
            return flag;
        }
    }

    /** Bytes: Base64 text in JSON, a byte string in CBOR. */
    record Blob(int max) implements Shape {
        @Override
        public byte[] read(Object value, String path, Reading reading) {
            byte[] bytes = bytes(value);
            if (bytes.length > max) {
                String shown = "java.nio.HeapByteBuffer[pos=0 lim=" + bytes.length + " cap=" + bytes.length + "]";
                reading.broken(shown, path, "Member must have length less than or equal to " + max);
            }
            return bytes;
        }

        private static byte[] bytes(Object value) {
            if (value instanceof byte[] bytes) {
                return bytes;
            }
            if (value instanceof String text) {
                try {
                    return Base64.getDecoder().decode(text);
                } catch (IllegalArgumentException broken) {
                    throw AwsException.serialization("A text can not be converted to a Blob: " + broken.getMessage());
                }
            }
            throw wrongType(value, "Blob");
        }
    }

    /** A moment. */
    record Time() implements Shape {
        private static final double FURTHEST = 253402300799d;

        @Override
        public Instant read(Object value, String path, Reading reading) {
            if (value instanceof Instant time) {
                return time;
            }
            if (value instanceof Number seconds && Math.abs(seconds.doubleValue()) <= FURTHEST) {
                return Instant.ofEpochMilli(Math.round(seconds.doubleValue() * 1000));
            }
            throw wrongType(value, "milliseconds since epoch");
        }
    }

    /** A list. */
    record Listing(Shape element, int min, int max) implements Shape {
        @Override
        public List<Object> read(Object value, String path, Reading reading) {
            if (!(value instanceof List<?> list)) {
                throw AwsException.serialization("Expected list or null");
            }
            length(list, list.size(), min, max, path, reading);
            List<Object> read = new ArrayList<>();
            int number = 0;
            for (Object one : list) {
                number++;
                if (one == null) {
                    reading.broken(null, path + "." + number + ".member", "Member must not be null");
                } else {
                    read.add(element.read(one, path + "." + number + ".member", reading));
                }
            }
            return read;
        }
    }

    /** A map from text to text. */
    record TextMap(Text key, Text value, int min, int max) implements Shape {
        @Override
        public Map<String, String> read(Object raw, String path, Reading reading) {
            if (!(raw instanceof Map<?, ?> map)) {
                throw AwsException.serialization("Expected map or null");
            }
            length(map, map.size(), min, max, path, reading);
            Map<String, String> read = new LinkedHashMap<>();
            map.forEach((name, one) -> {
                String itsKey = key.read(String.valueOf(name), path + ".key", reading);
                Object itsValue = one == null ? "" : one;
                read.put(itsKey, value.read(itsValue, path + "." + itsKey + ".member", reading));
            });
            return read;
        }
    }

    /** An object with known members; unknown ones are ignored, as AWS does. */
    record Structure(List<Member> members) implements Shape {
        @Override
        public Input read(Object value, String path, Reading reading) {
            if (!(value instanceof Map<?, ?> map)) {
                throw AwsException.serialization(
                        value instanceof List ? "Start of list found where not expected" : "Expected null");
            }
            Map<String, Object> read = new LinkedHashMap<>();
            for (Member member : members) {
                String itsPath = (path.isEmpty() ? "" : path + ".") + lowerFirst(member.name());
                Object one = map.get(member.name());
                if (one != null) {
                    read.put(member.name(), member.shape().read(one, itsPath, reading));
                } else if (member.required()) {
                    reading.broken(null, itsPath, "Member must not be null");
                }
            }
            return new Input(read);
        }

        private static String lowerFirst(String name) {
            return Character.toLowerCase(name.charAt(0)) + name.substring(1);
        }
    }

    private static void length(Object value, int length, int min, int max, String path, Reading reading) {
        if (length < min) {
            reading.broken(value, path, "Member must have length greater than or equal to " + min);
        }
        if (length > max) {
            reading.broken(value, path, "Member must have length less than or equal to " + max);
        }
    }

    private static AwsException wrongType(Object value, String wanted) {
        if (value instanceof List) {
            return AwsException.serialization("Start of list found where not expected");
        }
        if (value instanceof Map) {
            return AwsException.serialization("Start of structure or map found where not expected.");
        }
        String kind = value instanceof Number
                ? "class com.amazon.coral.value.json.numbers.TruncatingBigNumber"
                : "class java.lang." + (value instanceof Boolean ? "Boolean" : "String");
        return AwsException.serialization(kind + " can not be converted to an " + wanted);
    }
}
