package dev.plumbline.sandbox.kinesis;

import dev.plumbline.sandbox.wire.Document;
import java.math.BigInteger;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A stream as JSON in the store. Fields may be added, none renamed: an older file must stay readable. */
final class StreamCodec {
    private StreamCodec() {}

    static byte[] write(Stream stream) {
        Map<String, @Nullable Object> out = new LinkedHashMap<>();
        out.put("account", stream.realm().account());
        out.put("region", stream.realm().region());
        out.put("name", stream.name());
        out.put("id", stream.id());
        out.put("created", stream.created().toEpochMilli());
        out.put("phase", phase(stream.phase()));
        Capacity capacity = stream.capacity();
        out.put("mode", capacity.mode().name());
        out.put("switches", millis(capacity.switches()));
        out.put("resizes", millis(capacity.resizes()));
        out.put("nextShard", capacity.shards().next());
        out.put(
                "shards",
                capacity.shards().all().stream().map(StreamCodec::shard).toList());
        Settings settings = stream.settings();
        out.put("retentionHours", settings.retentionHours());
        out.put("kmsKey", settings.kmsKey().orElse(null));
        out.put("metrics", settings.metrics());
        out.put("maxRecordKiB", settings.maxRecordKiB());
        out.put("tags", stream.tags());
        out.put(
                "consumers",
                stream.consumers().stream().map(StreamCodec::consumer).toList());
        out.put("policy", stream.policy().orElse(null));
        return Document.JSON.write(out);
    }

    private static Map<String, @Nullable Object> phase(Phase phase) {
        return Map.of("kind", phase.kind().name(), "until", phase.until().toEpochMilli());
    }

    private static Map<String, @Nullable Object> shard(Shard shard) {
        Map<String, @Nullable Object> out = new LinkedHashMap<>();
        out.put("number", shard.number());
        out.put("first", shard.first().toString());
        out.put("last", shard.last().toString());
        out.put("opened", shard.opened().toEpochMilli());
        out.put("closed", shard.closed().map(Instant::toEpochMilli).orElse(null));
        out.put("parents", shard.parents());
        return out;
    }

    private static Map<String, @Nullable Object> consumer(Consumer consumer) {
        Map<String, @Nullable Object> out = new LinkedHashMap<>();
        out.put("name", consumer.name());
        out.put("created", consumer.created().toEpochMilli());
        out.put("phase", phase(consumer.phase()));
        out.put("tags", consumer.tags());
        return out;
    }

    private static List<Long> millis(List<Instant> times) {
        return times.stream().map(Instant::toEpochMilli).toList();
    }

    static Stream read(byte[] bytes) {
        Fields in = new Fields(Document.JSON.read(bytes));
        Shards shards = new Shards(
                in.objects("shards").stream().map(StreamCodec::readShard).toList(), (int) in.number("nextShard"));
        return new Stream(
                new Realm(in.text("account"), in.text("region")),
                in.text("name"),
                in.text("id"),
                in.time("created"),
                readPhase(in.object("phase")),
                new Capacity(Mode.valueOf(in.text("mode")), shards, in.times("switches"), in.times("resizes")),
                new Settings((int) in.number("retentionHours"), in.maybe("kmsKey"), in.texts("metrics"), (int)
                        in.number("maxRecordKiB")),
                in.textMap("tags"),
                in.objects("consumers").stream().map(StreamCodec::readConsumer).toList(),
                in.maybe("policy"));
    }

    private static Phase readPhase(Fields in) {
        return new Phase(Phase.Status.valueOf(in.text("kind")), in.time("until"));
    }

    private static Shard readShard(Fields in) {
        Optional<Instant> closed = in.has("closed") ? Optional.of(in.time("closed")) : Optional.empty();
        return new Shard(
                (int) in.number("number"),
                new BigInteger(in.text("first")),
                new BigInteger(in.text("last")),
                in.time("opened"),
                closed,
                in.numbers("parents").stream().map(Long::intValue).toList());
    }

    private static Consumer readConsumer(Fields in) {
        return new Consumer(in.text("name"), in.time("created"), readPhase(in.object("phase")), in.textMap("tags"));
    }
}
