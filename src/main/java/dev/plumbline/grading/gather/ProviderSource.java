package dev.plumbline.grading.gather;

import dev.plumbline.terraform.Cancellation;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** Where a run's provider comes from: a warm one to attach to, or none, and then Terraform starts its own. */
public interface ProviderSource {
    /** Always none: stock Terraform. */
    ProviderSource STOCK = (workspace, environment, cancellation) -> Optional.empty();

    /**
     * A provider for the Terraform commands of one run.
     *
     * @param workspace the folder with the configuration and state that tell which types are needed
     * @param environment what the provider's own process needs: endpoint, credentials, region
     */
    Optional<Attached> attach(Path workspace, Map<String, String> environment, Cancellation cancellation)
            throws InterruptedException;

    /** Starts one in the background, for a run that is to come; nothing where none is to be had. */
    default void prepare(Path workspace, Map<String, String> environment) {}

    /** An attached provider; closing it frees the provider at once. */
    interface Attached extends AutoCloseable {
        /** Variables for the Terraform commands: {@code TF_REATTACH_PROVIDERS}. */
        Map<String, String> variables();

        /** The provider's version. */
        String providerVersion();

        /** Whether the provider's process ended under us, so that what Terraform said is not about the file. */
        boolean died();

        @Override
        void close();
    }
}
