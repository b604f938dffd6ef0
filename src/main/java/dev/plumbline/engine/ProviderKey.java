package dev.plumbline.engine;

import java.util.Map;

/** Processes of equal keys are interchangeable. */
record ProviderKey(ProviderBinary binary, Map<String, String> environment) {
    ProviderKey {
        environment = Map.copyOf(environment);
    }
}
