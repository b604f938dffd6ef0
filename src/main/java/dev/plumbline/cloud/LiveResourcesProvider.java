package dev.plumbline.cloud;

/** Adds live evidence for another resource type; found through {@link java.util.ServiceLoader}. */
public interface LiveResourcesProvider {
    /** The Terraform type it answers for. */
    String resourceType();

    /** A client for that backend. */
    LiveResources open(Backend backend);
}
