package dev.plumbline.cloud;

import java.util.List;

/**
 * Asks one backend about live resources of one Terraform type, with read-only calls. Built in for Kinesis; a client for
 * another service is added through {@link LiveResourcesProvider}.
 */
public interface LiveResources extends AutoCloseable {
    /**
     * Looks one up by the name the cloud knows it by.
     *
     * @param account twelve digits where the learner's state names another account than the default; otherwise empty
     */
    LiveAnswer find(String identity, String region, String account);

    /** The names of all of that type in a region; empty also where they cannot be listed. */
    List<String> list(String region, String account);

    @Override
    void close();
}
