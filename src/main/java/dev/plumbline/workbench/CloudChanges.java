package dev.plumbline.workbench;

import dev.plumbline.sandbox.SandboxException;
import dev.plumbline.sandbox.SandboxLink;
import dev.plumbline.sandbox.control.CallRecord;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

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

    /** Those since this was asked before, at first all that are remembered. What AWS refused has changed nothing. */
    public List<Change> news() {
        if (serving != link.serving()) {
            serving = link.serving();
            seen = 0; // the process that serves now counts its own calls
        }
        List<Change> news = new ArrayList<>();
        for (CallRecord call : calls()) {
            seen = call.number();
            if (call.isChange() && call.error().isEmpty()) {
                news.add(new Change(call.operation(), call.time()));
            }
        }
        return news;
    }

    private List<CallRecord> calls() {
        try {
            return link.calls(seen);
        } catch (SandboxException noAnswer) {
            return List.of(); // whoever serves has ended; the next one is about to take over
        }
    }
}
