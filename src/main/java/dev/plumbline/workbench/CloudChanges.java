package dev.plumbline.workbench;

import dev.plumbline.sandbox.SandboxException;
import dev.plumbline.sandbox.SandboxLink;
import dev.plumbline.sandbox.control.CallRecord;
import java.time.Instant;
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
        return newCalls().stream()
                .filter(call -> call.isChange() && call.error().isEmpty())
                .map(call -> new Change(call.operation(), call.time()))
                .toList();
    }

    /** What Terraform has asked since this was asked before, changes or not, what AWS refused included. */
    public List<CloudCall> askedByTerraform() {
        return newCalls().stream()
                .filter(call -> call.agent().equals("terraform"))
                .map(CloudCall::of)
                .toList();
    }

    private List<CallRecord> newCalls() {
        if (serving != link.serving()) {
            serving = link.serving();
            seen = 0; // the process that serves now counts its own calls
        }
        List<CallRecord> news = calls();
        if (!news.isEmpty()) {
            seen = news.get(news.size() - 1).number();
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
