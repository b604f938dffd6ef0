package dev.plumbline.engine.schema;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A provider's answer to {@code GetSchema} (protocol 5) or {@code GetProviderSchema} (protocol 6), ready to be cut to
 * the types that a run needs. Bytes that are not such an answer, or that hold anything unexpected, are never cut.
 */
public final class ProviderSchema {
    private record Entry(SchemaKind kind, String name, int start, int end) {}

    private record Span(int start, int end) {}

    private final byte[] whole;
    private final List<Entry> entries = new ArrayList<>();
    private final List<Span> rest = new ArrayList<>();
    private final Map<SchemaKind, Set<String>> names = new EnumMap<>(SchemaKind.class);
    private final boolean cuttable;

    private ProviderSchema(byte[] whole) {
        this.whole = whole;
        for (SchemaKind kind : SchemaKind.values()) {
            names.put(kind, new HashSet<>());
        }
        boolean understood;
        try {
            readEntries();
            understood = true;
        } catch (MalformedMessage odd) {
            understood = false;
        }
        cuttable = understood;
    }

    /** Takes a provider's answer; the array is kept, not copied. */
    public static ProviderSchema of(byte[] answer) {
        return new ProviderSchema(answer);
    }

    /** The answer as the provider gave it; not to be changed. */
    public byte[] whole() {
        return whole;
    }

    /** Whether the answer is understood, and names at least one type. */
    public boolean understood() {
        return cuttable && !entries.isEmpty();
    }

    /**
     * The answer with only the needed types, or the whole where that would show. A type that the provider does not have
     * brings the names of all others, each with an empty schema: Terraform looks for the nearest name and into no schema
     * but that of the type itself.
     */
    public byte[] trimmedTo(NeededTypes types) {
        if (!(types instanceof NeededTypes.Named named) || !understood() || !knows(SchemaKind.FUNCTIONS, named)) {
            return whole;
        }
        boolean allNames = !knowsAll(named);
        ByteArrayOutputStream out = new ByteArrayOutputStream(64 * 1024);
        for (Span span : rest) {
            out.write(whole, span.start(), span.end() - span.start());
        }
        for (Entry entry : entries) {
            if (entry.kind().of(named).contains(entry.name())
                    || named.mentions().contains(entry.name())) {
                out.write(whole, entry.start(), entry.end() - entry.start());
            } else if (allNames && entry.kind() != SchemaKind.FUNCTIONS) {
                out.writeBytes(nameOnly(entry));
            }
        }
        return out.toByteArray();
    }

    private boolean knowsAll(NeededTypes.Named named) {
        return Arrays.stream(SchemaKind.values()).allMatch(kind -> knows(kind, named));
    }

    private boolean knows(SchemaKind kind, NeededTypes.Named named) {
        return names.getOrDefault(kind, Set.of()).containsAll(kind.of(named));
    }

    /** The entry's key, and a schema whose block (field 2 in both protocols) is empty. */
    private static byte[] nameOnly(Entry entry) {
        byte[] name = entry.name().getBytes(StandardCharsets.UTF_8);
        byte[] key = WireFields.delimited(1, name);
        byte[] schema = WireFields.delimited(2, WireFields.delimited(2, new byte[0]));
        byte[] both = Arrays.copyOf(key, key.length + schema.length);
        System.arraycopy(schema, 0, both, key.length, schema.length);
        return WireFields.delimited(entry.kind().field, both);
    }

    private void readEntries() throws MalformedMessage {
        for (WireFields.Field field : WireFields.of(whole, 0, whole.length)) {
            SchemaKind kind = kindOf(field);
            if (kind == null) {
                rest.add(new Span(field.start(), field.end()));
                continue;
            }
            String name = mapKey(field);
            if (!names.getOrDefault(kind, Set.of()).add(name)) {
                throw new MalformedMessage("two entries for " + name);
            }
            entries.add(new Entry(kind, name, field.start(), field.end()));
        }
    }

    private static @Nullable SchemaKind kindOf(WireFields.Field field) {
        for (SchemaKind kind : SchemaKind.values()) {
            if (kind.field == field.number()) {
                return kind;
            }
        }
        return null;
    }

    /** The key of a map entry: field 1, a string; field 2 is the schema. */
    private String mapKey(WireFields.Field entry) throws MalformedMessage {
        if (!entry.delimited()) {
            throw new MalformedMessage("a map entry that is none at byte " + entry.start());
        }
        String key = null;
        for (WireFields.Field part : WireFields.of(whole, entry.body(), entry.end())) {
            if (part.number() == 1 && part.delimited()) {
                key = new String(whole, part.body(), part.end() - part.body(), StandardCharsets.UTF_8);
            }
        }
        if (key == null || key.isEmpty()) {
            throw new MalformedMessage("a map entry without a key at byte " + entry.start());
        }
        return key;
    }
}
