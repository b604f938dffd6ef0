package dev.plumbline.engine;

import com.sun.management.OperatingSystemMXBean;
import java.lang.management.ManagementFactory;

/** How many provider processes this machine's memory allows. */
final class MemoryLimit {
    private static final long MEBI = 1024L * 1024;

    /** Its 505 MB of file pages are shared by all processes of the AWS provider and counted once. */
    private static final long SHARED = 1024 * MEBI;

    /** A process's own memory after many runs, with room. */
    private static final long EACH = 256 * MEBI;

    private MemoryLimit() {}

    static int processes() {
        long total = ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class)
                .getTotalMemorySize(); // honours a container's limit
        return processes(total, Runtime.getRuntime().availableProcessors());
    }

    /** At most half of the memory, at most two per processor, at least one, never more than eight. */
    static int processes(long memory, int processors) {
        long byMemory = (memory / 2 - SHARED) / EACH;
        return (int) Math.max(1, Math.min(Math.min(byMemory, 2L * processors), 8));
    }
}
