package dev.plumbline.engine;

import java.util.Map;

/**
 * Processes of equal keys are interchangeable.
 *
 * @param relayed whether the process reaches its AWS through a relay, which is then missing in the environment
 */
record ProviderKey(ProviderBinary binary, Map<String, String> environment, boolean relayed) {
    ProviderKey {
        environment = Map.copyOf(environment);
    }
}
