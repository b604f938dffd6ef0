package dev.plumbline.cohort.evidence;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plumbline.cloud.LiveAnswer;
import dev.plumbline.cloud.LiveResource;
import dev.plumbline.grading.gather.CloudAnswers;
import dev.plumbline.grading.gather.CloudAnswers.Question;
import dev.plumbline.terraform.Values;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What the cloud answered, as JSON, in an order that does not depend on who asked first. */
final class CloudJson {
    private static final Comparator<Question> ORDER = Comparator.comparing(Question::type)
            .thenComparing(Question::region)
            .thenComparing(Question::account)
            .thenComparing(Question::identity);

    private CloudJson() {}

    static void write(ObjectNode node, CloudAnswers answers) {
        ArrayNode found = node.putArray("answers");
        answers.found().keySet().stream().sorted(ORDER).forEach(question -> {
            ObjectNode one = question(found.addObject(), question).put("name", question.identity());
            write(one, answers.found().get(question));
        });
        ArrayNode lists = node.putArray("lists");
        answers.lists().keySet().stream().sorted(ORDER).forEach(question -> {
            ArrayNode names = question(lists.addObject(), question).putArray("names");
            List<String> listed = answers.lists().get(question);
            (listed == null ? List.<String>of() : listed).forEach(names::add);
        });
        ArrayNode regions = node.putArray("regions");
        answers.regions().forEach(regions::add);
    }

    private static ObjectNode question(ObjectNode node, Question question) {
        return node.put("type", question.type())
                .put("region", question.region())
                .put("account", question.account());
    }

    private static void write(ObjectNode node, @Nullable LiveAnswer answer) {
        if (answer instanceof LiveAnswer.Found found) {
            LiveResource resource = found.resource();
            ObjectNode live = node.putObject("found");
            live.put("identity", resource.identity())
                    .put("region", resource.region())
                    .put("account", resource.account())
                    .put("status", resource.status());
            if (resource.created() != null) {
                live.put("created", resource.created().toString());
            }
            live.set("attributes", value(resource.attributes()));
        } else if (answer instanceof LiveAnswer.Unknown unknown) {
            node.putObject("unknown").put("cause", unknown.cause().name()).put("message", unknown.message());
        } else {
            node.put("absent", true);
        }
    }

    private static JsonNode value(@Nullable Object value) {
        JsonNodeFactory nodes = JsonNodeFactory.instance;
        if (value instanceof Map<?, ?> map) {
            ObjectNode object = nodes.objectNode();
            map.forEach((name, inner) -> object.set(String.valueOf(name), value(inner)));
            return object;
        }
        if (value instanceof Iterable<?> list) {
            ArrayNode array = nodes.arrayNode();
            list.forEach(inner -> array.add(value(inner)));
            return array;
        }
        if (value instanceof Boolean truth) {
            return nodes.booleanNode(truth);
        }
        if (value instanceof Number number) {
            return nodes.numberNode(new BigDecimal(number.toString()));
        }
        return value == null ? nodes.nullNode() : nodes.textNode(value.toString());
    }

    static CloudAnswers read(JsonNode node) {
        Map<Question, LiveAnswer> found = new LinkedHashMap<>();
        node.path("answers")
                .forEach(one -> found.put(question(one, one.path("name").asText()), answer(one)));
        Map<Question, List<String>> lists = new LinkedHashMap<>();
        node.path("lists").forEach(one -> lists.put(question(one, ""), texts(one.path("names"))));
        return new CloudAnswers(found, lists, texts(node.path("regions")));
    }

    private static Question question(JsonNode one, String identity) {
        return new Question(
                one.path("type").asText(),
                identity,
                one.path("region").asText(),
                one.path("account").asText());
    }

    private static LiveAnswer answer(JsonNode one) {
        if (one.has("found")) {
            JsonNode live = one.path("found");
            return new LiveAnswer.Found(new LiveResource(
                    one.path("type").asText(),
                    live.path("identity").asText(),
                    live.path("region").asText(),
                    live.path("account").asText(),
                    live.path("status").asText(),
                    instant(live.path("created").asText("")),
                    Values.map(live.path("attributes"))));
        }
        if (one.has("unknown")) {
            JsonNode unknown = one.path("unknown");
            return new LiveAnswer.Unknown(
                    cause(unknown.path("cause").asText()),
                    unknown.path("message").asText());
        }
        return new LiveAnswer.Absent();
    }

    private static LiveAnswer.Cause cause(String name) {
        for (LiveAnswer.Cause cause : LiveAnswer.Cause.values()) {
            if (cause.name().equals(name)) {
                return cause;
            }
        }
        return LiveAnswer.Cause.SERVICE;
    }

    private static @Nullable Instant instant(String text) {
        try {
            return text.isEmpty() ? null : Instant.parse(text);
        } catch (DateTimeException noTime) {
            return null;
        }
    }

    static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(one -> texts.add(one.asText()));
        return texts;
    }
}
