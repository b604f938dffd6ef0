package dev.plumbline.workbench;

import dev.plumbline.grading.History;
import dev.plumbline.sandbox.SandboxException;
import dev.plumbline.sandbox.SandboxLink;
import dev.plumbline.sandbox.control.CallRecord;
import dev.plumbline.workspace.Journal;
import dev.plumbline.workspace.JournalEntry;
import dev.plumbline.workspace.Progress;
import dev.plumbline.workspace.WorkspaceSnapshot;
import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the learner was seen to run: the journal of their commands, and what their Terraform asked the embedded AWS, from
 * whatever terminal.
 */
final class HistoryReader {
    private HistoryReader() {}

    static History read(Path folder, @Nullable SandboxLink link) {
        Instant written = written(folder);
        // The journal forgets a plan with every save, apply and import, so a plan that it knows came after the last.
        boolean planned = noted(Journal.of(folder).progress(), written) || planSeen(calls(link), written);
        return new History(planned, planned);
    }

    private static boolean noted(Progress progress, Instant written) {
        JournalEntry.Ran last = progress.lastTerraform();
        return progress.planned() && last != null && !last.at().isBefore(written);
    }

    private static List<CallRecord> calls(@Nullable SandboxLink link) {
        try {
            return link == null ? List.of() : link.calls(0);
        } catch (SandboxException noAnswer) {
            return List.of(); // the check itself will meet the same, and says so
        }
    }

    /** When code or values were last saved: what was planned before says nothing of them. */
    private static Instant written(Path folder) {
        Instant latest = Instant.EPOCH;
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
            for (Path entry : entries) {
                String name = entry.getFileName().toString();
                if (WorkspaceSnapshot.isCode(name) || WorkspaceSnapshot.isValues(name)) {
                    Instant saved = Files.getLastModifiedTime(entry).toInstant();
                    latest = saved.isAfter(latest) ? saved : latest;
                }
            }
        } catch (IOException | DirectoryIteratorException gone) {
            return latest; // vanished while it was listed: the next check looks again
        }
        return latest;
    }

    /**
     * Whether a Terraform of the learner's looked at a stream after the last change and changed nothing. Each plan and
     * apply begins with GetCallerIdentity; an apply that found something to do has a change behind that.
     *
     * @param since calls before do not count
     */
    static boolean planSeen(List<CallRecord> calls, Instant since) {
        boolean begun = false;
        boolean seen = false;
        for (CallRecord call : calls) {
            if (!call.agent().equals("terraform") || call.time().isBefore(since)) {
                continue;
            }
            if (call.operation().equals("GetCallerIdentity")) {
                begun = true;
            } else if (call.isChange()) {
                begun = false;
                seen = false;
            } else if (begun && call.operation().startsWith("Describe")) {
                seen = true;
            }
        }
        return seen;
    }
}
