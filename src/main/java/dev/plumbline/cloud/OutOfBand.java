package dev.plumbline.cloud;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Changes resources of one Terraform type outside Terraform, on an emulator only: as a colleague does in the console. The
 * author's tools use it to break what a lab looks at, and to make at once what a plan promises (the provider itself sleeps
 * for 10 to 20 seconds in every create and update). Built in for Kinesis; for another type found through {@link
 * java.util.ServiceLoader}.
 */
public interface OutOfBand {
    /** The Terraform type it can change. */
    String resourceType();

    /** The id by which {@code terraform import} finds a resource with these attributes. */
    String importId(Map<String, ? extends @Nullable Object> attributes);

    /**
     * Makes one.
     *
     * @param attributes in the provider's names, as a plan has them
     * @return the service's refusal, or empty when it is there
     */
    Optional<String> create(URI endpoint, String region, Map<String, ? extends @Nullable Object> attributes);

    /** Brings a live one from some attributes to others; answers with a refusal, or empty when it is done. */
    Optional<String> change(
            URI endpoint,
            String region,
            Map<String, ? extends @Nullable Object> from,
            Map<String, ? extends @Nullable Object> to);

    /** Removes one; answers with a refusal, or empty when it is gone. */
    Optional<String> remove(URI endpoint, String region, Map<String, ? extends @Nullable Object> attributes);

    /** What somebody might do to this one by hand. */
    List<Meddling> meddlings(LiveResource live);

    /** Values that the service takes as well as the wanted ones: wrong answers that are valid. */
    default List<Alternative> alternatives() {
        return List.of();
    }

    /**
     * A value that an attribute may also have.
     *
     * @param attribute its path in the provider's names
     * @param value the value
     * @param with lines the resource then needs, such as {@code shard_count = 1}
     * @param without arguments it then must not have
     */
    record Alternative(String attribute, String value, List<String> with, List<String> without) {
        public Alternative {
            with = List.copyOf(with);
            without = List.copyOf(without);
        }
    }

    /**
     * One thing somebody might do by hand.
     *
     * @param id lower case words with dashes, such as {@code retention-raised}
     * @param says what was done, in words
     * @param attribute the attribute it changes, in the provider's names; empty where the resource as a whole is meant
     * @param calls what is called, in order
     */
    record Meddling(String id, String says, String attribute, List<Call> calls) {
        public Meddling {
            calls = List.copyOf(calls);
        }
    }

    /** One call by the API's own names. */
    record Call(String service, String operation, Map<String, Object> parameters) {
        public Call {
            parameters = Map.copyOf(parameters);
        }

        /** Makes it; answers with a refusal, or empty. */
        public Optional<String> make(URI endpoint, String region) {
            return DirectCall.make(endpoint, service, operation, region, parameters);
        }
    }

    /** The one for a type, if there is one. */
    static Optional<OutOfBand> of(String type) {
        if (type.equals(KinesisLiveResources.TYPE)) {
            return Optional.of(new KinesisOutOfBand());
        }
        return java.util.ServiceLoader.load(OutOfBand.class).stream()
                .map(java.util.ServiceLoader.Provider::get)
                .filter(one -> one.resourceType().equals(type))
                .findFirst();
    }
}
