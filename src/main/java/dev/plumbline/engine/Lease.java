package dev.plumbline.engine;

import java.util.Map;

/**
 * One run's exclusive use of a warm provider, for one Terraform command after the other. Closing it frees the provider
 * at once, also in the middle of a call: a provider that was working is waited for a moment and otherwise replaced.
 *
 * <p>A provider that is attached needs no {@code terraform init}: {@code validate}, {@code plan} and {@code show} run in
 * a folder that never was initialised, and lock file and version constraint are not looked at (give them as
 * {@link ProviderNeed#constraints} instead). Init is still needed, with this lease's variable set it takes 0.2 s, where
 * the configuration has a {@code backend} or {@code cloud} block, modules, or another provider than the leased one;
 * without it Terraform says what stock says.
 */
public interface Lease extends AutoCloseable {
    /** The value for {@code TF_REATTACH_PROVIDERS} in the environment of the Terraform commands of this lease. */
    String reattachProviders();

    /**
     * What the environment of the Terraform commands of this lease gets: the value above, and leave for Terraform not to
     * collect its garbage before it holds 256 MB (a plan of a lab makes 40), which is a quarter of its processor time. See
     * "Environment Variables" in the documentation of Go's package {@code runtime}.
     */
    default Map<String, String> variables() {
        return Map.of("TF_REATTACH_PROVIDERS", reattachProviders(), "GOGC", "off", "GOMEMLIMIT", "256MiB");
    }

    /** The version of the provider that serves, {@code 5.100.0}. */
    String providerVersion();

    /**
     * Whether the provider's process ended while this lease held it: what Terraform then said is not about the
     * learner's file, and the run is worth one repetition on a new lease.
     */
    boolean providerDied();

    /** Frees the provider. Idempotent. */
    @Override
    void close();
}
