package dev.plumbline.cloud;

import java.math.BigDecimal;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Data streams changed as in the console: the calls the provider itself makes (shared facts, "What the provider calls"). */
final class KinesisOutOfBand implements OutOfBand {
    private static final int USUAL_RETENTION = 24;
    /** The account of emulators' usual credentials. */
    private static final String ACCOUNT = "123456789012";

    @Override
    public String resourceType() {
        return KinesisLiveResources.TYPE;
    }

    @Override
    public String importId(Map<String, ? extends @Nullable Object> attributes) {
        return text(attributes, "name");
    }

    @Override
    public Optional<String> create(URI endpoint, String region, Map<String, ? extends @Nullable Object> attributes) {
        Map<String, Object> parameters = new LinkedHashMap<>();
        parameters.put("StreamName", text(attributes, "name"));
        String mode = mode(attributes);
        if (!mode.isEmpty()) {
            parameters.put("StreamModeDetails", Map.of("StreamMode", mode));
        }
        number(attributes, "shard_count").filter(n -> n > 0).ifPresent(n -> parameters.put("ShardCount", n));
        if (!tags(attributes).isEmpty()) {
            parameters.put("Tags", tags(attributes));
        }
        Optional<String> refused = call("CreateStream", parameters).make(endpoint, region);
        if (refused.isPresent()) {
            return refused;
        }
        Map<String, Object> bare = new LinkedHashMap<>(Map.of("retention_period", BigDecimal.valueOf(USUAL_RETENTION)));
        Map<String, @Nullable Object> rest = new LinkedHashMap<>(attributes);
        List.of("stream_mode_details", "shard_count", "tags", "tags_all").forEach(rest::remove);
        return change(endpoint, region, bare, rest);
    }

    @Override
    public Optional<String> change(
            URI endpoint,
            String region,
            Map<String, ? extends @Nullable Object> from,
            Map<String, ? extends @Nullable Object> to) {
        for (Call call : calls(region, from, to)) {
            Optional<String> refused = call.make(endpoint, region);
            if (refused.isPresent()) {
                return refused;
            }
        }
        return Optional.empty();
    }

    private static List<Call> calls(
            String region, Map<String, ? extends @Nullable Object> from, Map<String, ? extends @Nullable Object> to) {
        String name = text(to, "name");
        List<Call> calls = new ArrayList<>();
        if (!mode(to).isEmpty() && !mode(to).equals(mode(from))) {
            String known = text(from, "arn");
            calls.add(mode(
                    known.isEmpty() ? "arn:aws:kinesis:" + region + ":" + ACCOUNT + ":stream/" + name : known,
                    mode(to)));
        }
        number(to, "shard_count")
                .filter(n -> n > 0 && !Optional.of(n).equals(number(from, "shard_count")))
                .ifPresent(n -> calls.add(shards(name, n)));
        int before = number(from, "retention_period").orElse(USUAL_RETENTION);
        int after = number(to, "retention_period").orElse(before);
        if (before != after) {
            calls.add(retention(name, before, after));
        }
        retag(name, tags(from), tags(to), calls);
        return calls;
    }

    private static void retag(String name, Map<String, String> before, Map<String, String> after, List<Call> calls) {
        Map<String, String> more = new TreeMap<>(after);
        before.forEach(more::remove);
        TreeSet<String> gone = new TreeSet<>(before.keySet());
        gone.removeAll(after.keySet());
        if (!gone.isEmpty()) {
            calls.add(call("RemoveTagsFromStream", Map.of("StreamName", name, "TagKeys", List.copyOf(gone))));
        }
        if (!more.isEmpty()) {
            calls.add(call("AddTagsToStream", Map.of("StreamName", name, "Tags", more)));
        }
    }

    @Override
    public Optional<String> remove(URI endpoint, String region, Map<String, ? extends @Nullable Object> attributes) {
        return delete(text(attributes, "name")).make(endpoint, region);
    }

    @Override
    public List<Meddling> meddlings(LiveResource live) {
        String name = live.identity();
        Map<String, @Nullable Object> now = live.attributes();
        List<Meddling> all = new ArrayList<>();
        all.add(new Meddling("deleted", "The stream was deleted.", "", List.of(delete(name))));
        all.add(remade(name, now, "made-anew-provisioned", "PROVISIONED"));
        all.add(remade(name, now, "made-anew-on-demand", "ON_DEMAND"));
        boolean onDemand = mode(now).equals("ON_DEMAND");
        all.add(new Meddling(
                "mode-switched",
                "The capacity mode was switched.",
                "stream_mode_details",
                List.of(mode(text(now, "arn"), onDemand ? "PROVISIONED" : "ON_DEMAND"))));
        number(now, "shard_count")
                .filter(n -> n > 0)
                .ifPresent(n -> all.add(new Meddling(
                        "shards-doubled", "The shards were doubled.", "shard_count", List.of(shards(name, 2 * n)))));
        int hours = number(now, "retention_period").orElse(USUAL_RETENTION);
        all.add(new Meddling(
                "retention-raised",
                "The retention was raised by a day.",
                "retention_period",
                List.of(retention(name, hours, hours + 24))));
        if (hours > USUAL_RETENTION) {
            all.add(new Meddling(
                    "retention-lowered",
                    "The retention was lowered to a day.",
                    "retention_period",
                    List.of(retention(name, hours, USUAL_RETENTION))));
        }
        all.add(new Meddling(
                "tag-added",
                "A tag was added.",
                "tags",
                List.of(call("AddTagsToStream", Map.of("StreamName", name, "Tags", Map.of("seen-by", "nobody"))))));
        tags(now).keySet().stream()
                .findFirst()
                .ifPresent(key -> all.add(new Meddling(
                        "tag-changed",
                        "The tag " + key + " was changed.",
                        "tags",
                        List.of(call(
                                "AddTagsToStream",
                                Map.of("StreamName", name, "Tags", Map.of(key, "somebody-else")))))));
        return all;
    }

    @Override
    public List<Alternative> alternatives() {
        String mode = "stream_mode_details.stream_mode";
        return List.of(
                new Alternative(mode, "PROVISIONED", List.of("shard_count = 1"), List.of()),
                new Alternative(mode, "ON_DEMAND", List.of(), List.of("shard_count")));
    }

    private static Meddling remade(String name, Map<String, @Nullable Object> now, String id, String mode) {
        Map<String, Object> parameters = new LinkedHashMap<>();
        parameters.put("StreamName", name);
        parameters.put("StreamModeDetails", Map.of("StreamMode", mode));
        if (mode.equals("PROVISIONED")) {
            parameters.put(
                    "ShardCount", number(now, "shard_count").filter(n -> n > 0).orElse(1));
        }
        return new Meddling(
                id,
                "The stream was deleted and made anew by hand, " + mode + ".",
                "",
                List.of(delete(name), call("CreateStream", parameters)));
    }

    private static Call delete(String name) {
        return call("DeleteStream", Map.of("StreamName", name, "EnforceConsumerDeletion", true));
    }

    /** The one call that takes no name, only an ARN. */
    private static Call mode(String arn, String mode) {
        return call("UpdateStreamMode", Map.of("StreamARN", arn, "StreamModeDetails", Map.of("StreamMode", mode)));
    }

    private static Call shards(String name, int count) {
        return call(
                "UpdateShardCount",
                Map.of("StreamName", name, "TargetShardCount", count, "ScalingType", "UNIFORM_SCALING"));
    }

    private static Call retention(String name, int before, int after) {
        return call(
                (after > before ? "Increase" : "Decrease") + "StreamRetentionPeriod",
                Map.of("StreamName", name, "RetentionPeriodHours", after));
    }

    private static Call call(String operation, Map<String, Object> parameters) {
        return new Call("kinesis", operation, parameters);
    }

    private static String mode(Map<String, ? extends @Nullable Object> attributes) {
        Object details = attributes.get("stream_mode_details");
        Object first = details instanceof List<?> list && !list.isEmpty() ? list.get(0) : details;
        Object mode = first instanceof Map<?, ?> map ? map.get("stream_mode") : null;
        return Objects.toString(mode, "");
    }

    private static String text(Map<String, ? extends @Nullable Object> attributes, String name) {
        return Objects.toString(attributes.get(name), "");
    }

    private static Optional<Integer> number(Map<String, ? extends @Nullable Object> attributes, String name) {
        return attributes.get(name) instanceof BigDecimal number ? Optional.of(number.intValue()) : Optional.empty();
    }

    /** What the provider sends: the resource's own tags together with the provider's default ones. */
    private static Map<String, String> tags(Map<String, ? extends @Nullable Object> attributes) {
        Object all = attributes.get("tags_all") == null ? attributes.get("tags") : attributes.get("tags_all");
        Map<String, String> tags = new TreeMap<>();
        if (all instanceof Map<?, ?> map) {
            map.forEach((key, value) -> tags.put(Objects.toString(key), Objects.toString(value, "")));
        }
        return tags;
    }
}
