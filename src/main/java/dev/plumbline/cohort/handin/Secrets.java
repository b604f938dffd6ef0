package dev.plumbline.cohort.handin;

import dev.plumbline.terraform.source.Argument;
import dev.plumbline.terraform.source.Block;
import dev.plumbline.terraform.source.Configuration;
import dev.plumbline.terraform.source.Evaluator;
import dev.plumbline.terraform.source.ProviderView;
import dev.plumbline.terraform.source.Situation;
import dev.plumbline.terraform.source.Value;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The values that must not leave the learner's machine: keys written into the code, also by way of variables and locals,
 * what is declared sensitive, and the keys of the learner's shell.
 */
final class Secrets {
    /** Arguments of a provider or a backend that hold one. */
    private static final List<String> ARGUMENTS = List.of("access_key", "secret_key", "token", "session_token");

    private static final List<String> VARIABLES = List.of(
            "AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY", "AWS_SESSION_TOKEN", "AWS_SECURITY_TOKEN", "TF_TOKEN");

    /** What emulators' handbooks tell people to type; they open nothing. */
    private static final Set<String> DUMMIES =
            Set.of("test", "mock", "mock_access_key", "mock_secret_key", "dummy", "fake");

    /** A shorter text stands in too many places that have nothing to do with the secret. */
    private static final int SHORTEST = 6;

    /** Identifiers of access keys (docs.aws.amazon.com, IAM "Understanding unique ID prefixes"). */
    static final Pattern ACCESS_KEY = Pattern.compile("\\b(?:AKIA|ASIA)[A-Z0-9]{16}\\b");

    private final Set<String> published;

    /** Longest first, so that a secret within another one leaves nothing of the longer. */
    private final Map<String, String> values =
            new TreeMap<>((a, b) -> a.length() != b.length() ? b.length() - a.length() : a.compareTo(b));

    /**
     * None yet.
     *
     * @param published values that the lab's own task tells everybody
     */
    Secrets(Collection<Object> published) {
        this.published = Set.copyOf(published.stream().map(String::valueOf).toList());
    }

    /** Adds a value under a name that may be told; a value that is no secret, or too short to be found, is passed over. */
    void add(String name, @Nullable Object value) {
        if (value instanceof Map<?, ?> map) {
            map.values().forEach(inner -> add(name, inner));
        } else if (value instanceof Iterable<?> list) {
            list.forEach(inner -> add(name, inner));
        } else if (value instanceof String text) {
            text.lines().map(String::strip).filter(this::isSecret).forEach(line -> values.putIfAbsent(line, name));
        }
    }

    /** Whether a text in a secret's place is one: not what the task publishes, and not a known dummy. */
    boolean isOpen(String text) {
        return text.isBlank() || published.contains(text) || DUMMIES.contains(text.toLowerCase(Locale.ROOT));
    }

    private boolean isSecret(String text) {
        return text.length() >= SHORTEST && !isOpen(text);
    }

    /** Adds the keys of the learner's shell. */
    void addFrom(Map<String, String> shell) {
        shell.forEach((name, value) -> {
            if (VARIABLES.stream().anyMatch(name::startsWith)) {
                add(name, value);
            }
        });
    }

    /** Adds what the code gives to providers and backends as keys, and what it declares sensitive. */
    void addFrom(Configuration code, String workspace) {
        Evaluator evaluator = new Evaluator(code, new Situation(Map.of(), workspace));
        for (ProviderView provider : code.providers()) {
            ARGUMENTS.forEach(name -> provider.attribute(evaluator, name).forEach(f -> add(name, data(f.value()))));
        }
        code.backend().ifPresent(backend -> backend.body().arguments().stream()
                .filter(a -> ARGUMENTS.contains(a.name()))
                .forEach(a -> add(a.name(), data(evaluator.evaluate(a.value())))));
        for (Block variable : code.variables()) {
            if (isTrue(variable.body().argument("sensitive"), evaluator)) {
                String name = variable.label(0);
                variable.body().argument("default").ifPresent(a -> add(name, data(evaluator.evaluate(a.value()))));
                code.givenValue(name).ifPresent(a -> add(name, data(evaluator.evaluate(a.value()))));
            }
        }
    }

    private static boolean isTrue(Optional<Argument> argument, Evaluator evaluator) {
        return argument.map(a -> Boolean.TRUE.equals(data(evaluator.evaluate(a.value()))))
                .orElse(false);
    }

    private static @Nullable Object data(Value value) {
        return value instanceof Value.Known known ? known.data() : null;
    }

    /** The values to look for, longest first, each with its name. */
    Map<String, String> values() {
        return values;
    }
}
