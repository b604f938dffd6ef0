package dev.plumbline.cohort;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;

/** How many submissions this machine grades at once where nobody says. */
public final class Jobs {
    /**
     * Most of a submission's time is the provider's own sleeping: 20 s, beside 0.7 s of a processor for everything else
     * together (33 submissions took 24 s of processor time). So many keep a processor busy.
     */
    private static final int EACH_PROCESSOR = 16;

    private static final long MEBI = 1L << 20;

    /**
     * Terraform, a warm provider and an embedded AWS, with room: 32 at once had 3.7 GB in all (proportional set size), the
     * provider's program counted once.
     */
    private static final long EACH = 256 * MEBI;

    private static final long SHARED = 1024 * MEBI;
    private static final int MOST = 64;

    private Jobs() {}

    /** For this machine, or the container it is. */
    public static int usual() {
        long memory =
                ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getTotalMemorySize();
        return usual(memory, Runtime.getRuntime().availableProcessors());
    }

    /** At most three quarters of the memory, at least one. */
    static int usual(long memory, int processors) {
        long byMemory = (memory / 4 * 3 - SHARED) / EACH;
        return (int) Math.max(1, Math.min(Math.min(byMemory, (long) EACH_PROCESSOR * processors), MOST));
    }
}
