package dev.plumbline.workbench;

import dev.plumbline.sandbox.SandboxException;
import dev.plumbline.sandbox.SandboxLink;
import dev.plumbline.sandbox.control.CallRecord;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What is changed in the embedded AWS, by whomever and from wherever, while a lab is open. For one thread. */
public final class CloudChanges {
    private final SandboxLink link;
    private boolean serving;
    private long seen;

    /**
     * A change.
     *
     * @param operation AWS's name of it, such as {@code DeleteStream}
     * @param at when AWS answered
     */
    public record Change(String operation, Instant at) {}

    CloudChanges(SandboxLink link) {
        this.link = link;
        this.serving = link.serving();
    }

    /** The latest since this was asked before, at first of all that is remembered. What AWS refused has changed nothing. */
    public Optional<Change> latest() {
        if (serving != link.serving()) {
            serving = link.serving();
            seen = 0; // the process that serves now counts its own calls
        }
        Optional<Change> latest = Optional.empty();
        for (CallRecord call : calls()) {
            seen = call.number();
            if (call.isChange() && call.error().isEmpty()) {
                latest = Optional.of(new Change(call.operation(), call.time()));
            }
        }
        return latest;
    }

    private List<CallRecord> calls() {
        try {
            return link.calls(seen);
        } catch (SandboxException noAnswer) {
            return List.of(); // whoever serves has ended; the next one is about to take over
        }
    }
}
