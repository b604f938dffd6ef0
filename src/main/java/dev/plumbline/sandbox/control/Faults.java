package dev.plumbline.sandbox.control;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The faults that are still to strike, in the order they were added. Kept in memory only: they end with the serving
 * process. Safe for many threads.
 */
public final class Faults {
    private final List<Fault> pending = new ArrayList<>();

    /** Adds a fault. */
    public synchronized void add(Fault fault) {
        pending.add(fault);
    }

    /** Removes all. */
    public synchronized void clear() {
        pending.clear();
    }

    /** Those that have not struck as often as they shall. */
    public synchronized List<Fault> pending() {
        return List.copyOf(pending);
    }

    /** Takes the fault that strikes a call of an operation now, if one does. */
    public synchronized Optional<Fault> take(String operation) {
        for (int i = 0; i < pending.size(); i++) {
            Fault fault = pending.get(i);
            if (fault.strikes(operation)) {
                if (fault.times() == 1) {
                    pending.remove(i);
                } else {
                    pending.set(i, fault.once());
                }
                return Optional.of(fault);
            }
        }
        return Optional.empty();
    }
}
