package dev.plumbline.sandbox.kinesis;

import dev.plumbline.sandbox.store.Store;
import dev.plumbline.sandbox.store.Table;
import dev.plumbline.sandbox.wire.AwsException;
import dev.plumbline.sandbox.wire.Input;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The streams that exist, by realm and name; each change is written through to the store. Not safe for several threads:
 * {@link Kinesis} holds its lock around every operation.
 */
final class Streams {
    private final Store store;
    private final Table table;
    private final Duration transition;
    private final Map<Realm, NavigableMap<String, Stream>> realms = new HashMap<>();

    Streams(Store store, Duration transition) {
        this.store = store;
        this.table = store.table("kinesis.streams");
        this.transition = transition;
        reload();
    }

    /** Forgets what is in memory and reads the store again. */
    void reload() {
        realms.clear();
        for (Iterator<Map.Entry<String, byte[]>> all = table.from(""); all.hasNext(); ) {
            Stream stream = StreamCodec.read(all.next().getValue());
            in(stream.realm()).put(stream.name(), stream);
        }
    }

    private NavigableMap<String, Stream> in(Realm realm) {
        return realms.computeIfAbsent(realm, none -> new TreeMap<>());
    }

    /** The realm's streams by name, those being deleted included. */
    NavigableMap<String, Stream> of(Realm realm, Instant now) {
        List<Stream> gone = new ArrayList<>();
        for (Stream stream : in(realm).values()) {
            if (stream.phase().gone(now)) {
                gone.add(stream);
            }
        }
        gone.forEach(this::remove);
        return in(realm);
    }

    Optional<Stream> find(Realm realm, String name, Instant now) {
        return Optional.ofNullable(of(realm, now).get(name)).map(stream -> trimmed(stream, now));
    }

    private static Stream trimmed(Stream stream, Instant now) {
        Shards kept = stream.shards().trim(stream.settings().retention(), now);
        return kept.all().size() == stream.shards().all().size()
                ? stream
                : stream.with(stream.capacity().withShards(kept));
    }

    /** The stream a call names by StreamName or StreamARN. */
    Stream named(Call call) {
        Input input = call.input();
        Optional<String> name = input.text("StreamName");
        Optional<String> byArn = input.text("StreamARN").map(arn -> nameIn(call.realm(), arn));
        if (name.isPresent() && byArn.isPresent() && !name.equals(byArn)) {
            throw Errors.argument("StreamName " + name.get() + " and StreamARN " + input.needText("StreamARN")
                    + " name different streams.");
        }
        String wanted = name.or(() -> byArn)
                .orElseThrow(() -> Errors.argument("Either StreamName or StreamARN must be specified."));
        return find(call.realm(), wanted, call.now()).orElseThrow(() -> Errors.noStream(call.realm(), wanted));
    }

    /** The stream a call names, which must be ACTIVE. */
    Stream active(Call call) {
        return active(named(call), call.now());
    }

    Stream active(Stream stream, Instant now) {
        if (stream.status(now) != Phase.Status.ACTIVE) {
            throw Errors.notActive(stream, now);
        }
        return stream;
    }

    /** The stream an ARN names. */
    Stream byArn(Call call, String arn) {
        String name = nameIn(call.realm(), arn);
        return find(call.realm(), name, call.now()).orElseThrow(() -> Errors.noStream(call.realm(), name));
    }

    private static String nameIn(Realm realm, String arn) {
        String name = arn.substring(arn.indexOf(":stream/") + ":stream/".length());
        int consumer = name.indexOf('/');
        if (!realm.streamArn(name).equals(arn) && consumer < 0) {
            throw AwsException.of(
                    "ResourceNotFoundException",
                    "Stream with ARN " + arn + " was not found under account " + realm.account() + " in "
                            + realm.region() + ".");
        }
        return consumer < 0 ? name : name.substring(0, consumer);
    }

    /** Writes a stream. */
    Stream save(Stream stream) {
        table.put(key(stream), StreamCodec.write(stream));
        in(stream.realm()).put(stream.name(), stream);
        return stream;
    }

    /** Writes a changed stream that is UPDATING for a moment. */
    Stream update(Stream stream, Instant now) {
        return save(stream.with(phase(Phase.Status.UPDATING, now)));
    }

    Phase phase(Phase.Status kind, Instant now) {
        return new Phase(kind, now.plus(transition));
    }

    private void remove(Stream stream) {
        table.remove(key(stream));
        store.drop(recordTable(stream));
        in(stream.realm()).remove(stream.name());
    }

    /** The records of a stream. */
    Table records(Stream stream) {
        return store.table(recordTable(stream));
    }

    private static String recordTable(Stream stream) {
        return "kinesis.records." + stream.id();
    }

    private static String key(Stream stream) {
        return stream.realm().account() + "/" + stream.realm().region() + "/" + stream.name();
    }

    /** The regions in which any account has a stream. */
    Set<String> regions() {
        Set<String> regions = new TreeSet<>();
        realms.forEach((realm, held) -> {
            if (!held.isEmpty()) {
                regions.add(realm.region());
            }
        });
        return regions;
    }

    /** What the store holds of all streams, their records left out. */
    Map<String, byte[]> copy() {
        Map<String, byte[]> copy = new TreeMap<>();
        table.from("").forEachRemaining(entry -> copy.put(entry.getKey(), entry.getValue()));
        return copy;
    }

    /** Forgets everything and holds what a copy holds. */
    void bringBack(Map<String, byte[]> copy) {
        clear();
        copy.forEach(table::put);
        reload();
    }

    /** Forgets everything, in every realm. */
    void clear() {
        List<Stream> all = new ArrayList<>();
        realms.values().forEach(realm -> all.addAll(realm.values()));
        all.forEach(this::remove);
    }
}
