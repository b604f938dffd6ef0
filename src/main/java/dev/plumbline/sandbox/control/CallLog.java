package dev.plumbline.sandbox.control;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** The latest calls, oldest first; a bounded number, so that a long session does not grow. Safe for many threads. */
public final class CallLog {
    private static final int KEPT = 5_000;
    private final Deque<CallRecord> calls = new ArrayDeque<>();
    private long last;

    /** Makes a record with the next number and keeps it. */
    public synchronized void add(java.util.function.LongFunction<CallRecord> numbered) {
        calls.addLast(numbered.apply(++last));
        if (calls.size() > KEPT) {
            calls.removeFirst();
        }
    }

    /** The calls after a number (0 for all that are still kept). */
    public synchronized List<CallRecord> after(long number) {
        List<CallRecord> newer = new ArrayList<>();
        for (CallRecord call : calls) {
            if (call.number() > number) {
                newer.add(call);
            }
        }
        return newer;
    }
}
