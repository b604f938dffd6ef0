package dev.plumbline.engine;

import java.util.List;

/**
 * A running engine, for {@code lab doctor}.
 *
 * @param pid the process that owns the providers
 * @param build which build of the program it belongs to; another build's engine is not used
 * @param idleSeconds how long it has had no user; 0 while in use
 * @param endsInSeconds when it ends by itself if nobody comes; -1 while in use
 * @param clients commands and sessions that use it now
 * @param providers its provider processes
 */
public record EngineStatus(
        long pid, String build, long idleSeconds, long endsInSeconds, int clients, List<Provider> providers) {
    /** Copies the list. */
    public EngineStatus {
        providers = List.copyOf(providers);
    }

    /**
     * A provider process.
     *
     * @param pid its process
     * @param version the provider's version
     * @param busy whether a run holds it
     * @param residentBytes memory it occupies, -1 where unknown; pages of its program file are shared by all
     * @param runs how many leases it has served
     */
    public record Provider(long pid, String version, boolean busy, long residentBytes, int runs) {}
}
