package dev.plumbline.sandbox.kinesis;

import static dev.plumbline.sandbox.kinesis.Shapes.RESOURCE_ARN;
import static dev.plumbline.sandbox.kinesis.Shapes.STREAM_ARN;
import static dev.plumbline.sandbox.kinesis.Shapes.STREAM_NAME;
import static dev.plumbline.sandbox.kinesis.Shapes.TAGS;
import static dev.plumbline.sandbox.kinesis.Shapes.TAG_KEYS;
import static dev.plumbline.sandbox.wire.Shape.optional;
import static dev.plumbline.sandbox.wire.Shape.required;
import static dev.plumbline.sandbox.wire.Shape.text;
import static dev.plumbline.sandbox.wire.Shape.whole;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** Tags of streams, and of consumers by ARN. Changing them is no state change. */
final class TagOperations {
    private final Streams streams;

    TagOperations(Streams streams) {
        this.streams = streams;
    }

    List<Operation> all() {
        return List.of(
                Operation.of("AddTagsToStream", this::add, STREAM_NAME, STREAM_ARN, required("Tags", TAGS)),
                Operation.of("RemoveTagsFromStream", this::remove, STREAM_NAME, STREAM_ARN, TAG_KEYS),
                Operation.of(
                        "ListTagsForStream",
                        this::list,
                        STREAM_NAME,
                        STREAM_ARN,
                        optional("ExclusiveStartTagKey", text(1, 128, null)),
                        optional("Limit", whole(1, 50))),
                Operation.of("TagResource", this::tagResource, RESOURCE_ARN, required("Tags", TAGS)),
                Operation.of("UntagResource", this::untagResource, RESOURCE_ARN, TAG_KEYS),
                Operation.of("ListTagsForResource", this::listResource, RESOURCE_ARN));
    }

    private Map<String, @Nullable Object> add(Call call) {
        Stream stream = streams.named(call);
        streams.save(stream.withTags(TagRules.accept(stream.tags(), call.input().textMap("Tags"))));
        return Map.of();
    }

    private Map<String, @Nullable Object> remove(Call call) {
        Stream stream = streams.named(call);
        streams.save(
                stream.withTags(TagRules.without(stream.tags(), call.input().texts("TagKeys"))));
        return Map.of();
    }

    private Map<String, @Nullable Object> list(Call call) {
        TreeMap<String, String> all = new TreeMap<>(streams.named(call).tags());
        Optional<String> after = call.input().text("ExclusiveStartTagKey");
        Map<String, String> rest =
                after.<Map<String, String>>map(key -> all.tailMap(key, false)).orElse(all);
        int limit = call.input().whole("Limit").orElse(Quotas.TAGS);
        Map<String, @Nullable Object> out = new LinkedHashMap<>();
        out.put("Tags", shown(rest, limit));
        out.put("HasMoreTags", rest.size() > limit);
        return out;
    }

    private static List<Map<String, String>> shown(Map<String, String> tags, int limit) {
        return new TreeMap<>(tags)
                .entrySet().stream()
                        .limit(limit)
                        .map(tag -> Map.of("Key", tag.getKey(), "Value", tag.getValue()))
                        .toList();
    }

    private Map<String, @Nullable Object> tagResource(Call call) {
        retag(call, tags -> TagRules.accept(tags, call.input().textMap("Tags")));
        return Map.of();
    }

    private Map<String, @Nullable Object> untagResource(Call call) {
        retag(call, tags -> TagRules.without(tags, call.input().texts("TagKeys")));
        return Map.of();
    }

    private void retag(Call call, UnaryOperator<Map<String, String>> change) {
        String arn = call.input().needText("ResourceARN");
        Stream stream = streams.byArn(call, arn);
        if (arn.contains("/consumer/")) {
            Consumer consumer = Consumers.byArn(stream, arn, call.now());
            Consumer changed = consumer.withTags(change.apply(consumer.tags()));
            streams.save(Consumers.replace(stream, changed));
        } else {
            streams.save(stream.withTags(change.apply(stream.tags())));
        }
    }

    private Map<String, @Nullable Object> listResource(Call call) {
        String arn = call.input().needText("ResourceARN");
        Stream stream = streams.byArn(call, arn);
        Map<String, String> tags = arn.contains("/consumer/")
                ? Consumers.byArn(stream, arn, call.now()).tags()
                : stream.tags();
        return Map.of("Tags", shown(tags, Quotas.TAGS));
    }
}
