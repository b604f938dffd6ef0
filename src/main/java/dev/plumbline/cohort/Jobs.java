package dev.plumbline.cohort;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;

/** How many submissions this machine grades at once where nobody says. */
public final class Jobs {
    /** Most of an apply is the provider's own sleeping: 20 s beside some 3 s of work, measured with {@code lab bench cohort}. */
    private static final int EACH_PROCESSOR = 8;

    private static final long MEBI = 1L << 20;

    /** Terraform, a warm provider and an embedded AWS; the pages of the provider's program are shared. */
    private static final long EACH = 400 * MEBI;

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
