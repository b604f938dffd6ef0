package dev.plumbline.engine;

import java.io.IOException;

/**
 * What is done with a lease.
 *
 * @param <T> its result
 */
@FunctionalInterface
public interface LeasedRun<T> {
    /** Runs Terraform with the lease's {@code TF_REATTACH_PROVIDERS}. */
    T with(Lease lease) throws IOException, InterruptedException;
}
