package dev.plumbline.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;

/**
 * Processor time, read from {@code /proc}: whole processes, and the children that a process has waited for. Counted in
 * ticks of 10 ms, so that one short run is only roughly known and the median of several well enough.
 */
final class CpuTime {
    private static final double TICK_MILLIS = 10; // sysconf(_SC_CLK_TCK) is 100 on every Linux that Java runs on
    private static final int OWN = 13; // proc_pid_stat(5): field 14 is utime, then stime, cutime, cstime
    private static final int CHILDREN = 15;

    private CpuTime() {}

    /** Whether this machine tells it. */
    static boolean known() {
        return Files.isReadable(Path.of("/proc/self/stat"));
    }

    /** Of this process and of all its children that have ended, with theirs; in milliseconds. */
    static double ofThisProcess() throws IOException {
        String[] fields = fields("self");
        return sum(fields, OWN) + sum(fields, CHILDREN);
    }

    /** Of other processes, so far; one that has ended counts nothing. */
    static double of(Collection<Long> pids) {
        double all = 0;
        for (long pid : pids) {
            all += ofOne(pid);
        }
        return all;
    }

    private static double ofOne(long pid) {
        try {
            return sum(fields(Long.toString(pid)), OWN);
        } catch (IOException ended) {
            return 0;
        }
    }

    private static double sum(String[] fields, int first) {
        return (Long.parseLong(fields[first]) + Long.parseLong(fields[first + 1])) * TICK_MILLIS;
    }

    /** The second field is the program's name in parentheses and may hold spaces; what follows it is split. */
    private static String[] fields(String pid) throws IOException {
        String stat = Files.readString(Path.of("/proc", pid, "stat"));
        int name = stat.lastIndexOf(')');
        return ("pid name" + stat.substring(name + 1)).split(" ");
    }
}
