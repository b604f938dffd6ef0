package dev.plumbline.cloud;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.function.Supplier;

/** All live evidence of one backend: the built-in Kinesis client and whatever a {@link LiveResourcesProvider} adds. */
public final class LiveCloud implements AutoCloseable {
    private final Map<String, LiveResources> byType = new LinkedHashMap<>();
    private final Supplier<Optional<Set<String>>> inUse;

    /** Opens the clients for that backend; nothing is called yet. */
    public LiveCloud(Backend backend) {
        this(backend, Optional::empty);
    }

    /**
     * The same for a backend that knows at once where there is anything.
     *
     * @param inUse its regions with resources, or nothing where it cannot say
     */
    public LiveCloud(Backend backend, Supplier<Optional<Set<String>>> inUse) {
        this.inUse = inUse;
        byType.put(KinesisLiveResources.TYPE, new KinesisLiveResources(backend));
        ServiceLoader.load(LiveResourcesProvider.class)
                .forEach(provider -> byType.put(provider.resourceType(), provider.open(backend)));
    }

    /** Looks one resource up; {@link LiveAnswer.Cause#UNSUPPORTED} for a type without a client. */
    public LiveAnswer find(String type, String identity, String region, String account) {
        LiveResources client = byType.get(type);
        if (region.isBlank()) {
            return new LiveAnswer.Unknown(LiveAnswer.Cause.UNSUPPORTED, "No region is known to look in.");
        }
        return client == null
                ? new LiveAnswer.Unknown(LiveAnswer.Cause.UNSUPPORTED, "No client for " + type + " is built in.")
                : client.find(identity, region, account);
    }

    /** The regions with any resource, where one question tells: it saves asking each of them. */
    public Optional<Set<String>> regionsInUse() {
        return inUse.get();
    }

    /** Names of that type in a region; none for a type without a client. */
    public List<String> list(String type, String region, String account) {
        LiveResources client = byType.get(type);
        return client == null ? List.of() : client.list(region, account);
    }

    @Override
    public void close() {
        byType.values().forEach(LiveResources::close);
    }
}
