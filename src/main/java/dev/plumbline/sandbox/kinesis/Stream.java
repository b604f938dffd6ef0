package dev.plumbline.sandbox.kinesis;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A stream as it lies in the store.
 *
 * @param id tells apart two streams that had the same name one after the other
 */
record Stream(
        Realm realm,
        String name,
        String id,
        Instant created,
        Phase phase,
        Capacity capacity,
        Settings settings,
        Map<String, String> tags,
        List<Consumer> consumers,
        Optional<String> policy) {
    String arn() {
        return realm.streamArn(name);
    }

    Phase.Status status(Instant now) {
        return phase.status(now);
    }

    /** How AWS's texts speak of it. */
    String called() {
        return "Stream " + name + " under account " + realm.account();
    }

    Shards shards() {
        return capacity.shards();
    }

    Stream with(Phase wished) {
        return new Stream(realm, name, id, created, wished, capacity, settings, tags, consumers, policy);
    }

    Stream with(Capacity wished) {
        return new Stream(realm, name, id, created, phase, wished, settings, tags, consumers, policy);
    }

    Stream with(Settings wished) {
        return new Stream(realm, name, id, created, phase, capacity, wished, tags, consumers, policy);
    }

    Stream withTags(Map<String, String> wished) {
        return new Stream(realm, name, id, created, phase, capacity, settings, Map.copyOf(wished), consumers, policy);
    }

    Stream withConsumers(List<Consumer> wished) {
        return new Stream(realm, name, id, created, phase, capacity, settings, tags, List.copyOf(wished), policy);
    }

    Stream withPolicy(Optional<String> wished) {
        return new Stream(realm, name, id, created, phase, capacity, settings, tags, consumers, wished);
    }
}
