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
    /** The first call of every Terraform command that talks to AWS. */
    private static final String CONFIGURED = "GetCallerIdentity";

    private HistoryReader() {}

    static History read(Path folder, @Nullable SandboxLink link) {
        return of(Journal.of(folder).entries(), calls(link), written(folder));
    }

    /**
     * Both together.
     *
     * @param written what came before does not count
     */
    static History of(List<JournalEntry> entries, List<CallRecord> calls, Instant written) {
        // The journal forgets a plan with every save, apply and import, so a plan that it knows came after the last.
        Progress progress = Progress.of(entries);
        boolean planned = noted(progress, written);
        boolean verified = noted(progress, latest(written, changedOutside(calls)));
        History seen = seen(calls, latest(written, killed(entries)));
        return new History(planned || seen.planned(), verified || seen.verified());
    }

    private static Instant latest(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    /** When somebody else last changed what the account has: a plan made before has not seen it. */
    private static Instant changedOutside(List<CallRecord> calls) {
        return calls.stream()
                .filter(HistoryReader::isFromOutside)
                .map(CallRecord::time)
                .reduce(Instant.EPOCH, HistoryReader::latest);
    }

    /** Consumers on a stream are nothing that a plan shows. */
    private static boolean isFromOutside(CallRecord call) {
        return call.isChange()
                && call.error().isEmpty()
                && !call.agent().equals("terraform")
                && !call.operation().contains("StreamConsumer");
    }

    /**
     * When a session was opened that followed a killed one. What ran in that was cut short, and half of a destroy looks as a
     * plan does.
     */
    private static Instant killed(List<JournalEntry> entries) {
        Instant at = Instant.EPOCH;
        boolean open = false;
        for (JournalEntry entry : entries) {
            if (entry instanceof JournalEntry.Opened opened) {
                at = open ? opened.at() : at;
                open = true;
            } else if (entry instanceof JournalEntry.Closed) {
                open = false;
            }
        }
        return at;
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

    /** When code, values or a state were last written: what was planned before says nothing of them. */
    private static Instant written(Path folder) {
        Instant latest = latest(folder);
        Path workspaces = folder.resolve("terraform.tfstate.d");
        try (DirectoryStream<Path> each = Files.newDirectoryStream(workspaces)) {
            for (Path workspace : each) {
                Instant there = latest(workspace);
                latest = there.isAfter(latest) ? there : latest;
            }
        } catch (IOException | DirectoryIteratorException none) {
            return latest;
        }
        return latest;
    }

    private static Instant latest(Path folder) {
        Instant latest = Instant.EPOCH;
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
            for (Path entry : entries) {
                String name = entry.getFileName().toString();
                boolean state = name.equals("terraform.tfstate");
                if (state || WorkspaceSnapshot.isCode(name) || WorkspaceSnapshot.isValues(name)) {
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
     * What a Terraform of the learner's was seen to do after the last change. As recorded of Terraform 1.11.4 with provider
     * 5.100.0: each command configures the provider, which calls GetCallerIdentity, and an apply does so again before it
     * changes anything. A plan asks DescribeLimits for each stream (the provider's own check of the plan), after a look at
     * those that the state lists. An import and a refresh look at streams and ask no DescribeLimits. A plan of a destroy
     * is a plan with two more configurations at its end.
     *
     * @param since calls before do not count
     */
    static History seen(List<CallRecord> calls, Instant since) {
        boolean looked = false;
        boolean planned = false;
        boolean verified = false;
        String before = "";
        for (CallRecord call : calls) {
            if (isFromOutside(call)) {
                looked = false;
                verified = false;
            }
            if (!call.agent().equals("terraform") || call.time().isBefore(since)) {
                continue;
            }
            String operation = call.operation();
            boolean again = operation.equals(CONFIGURED) && before.equals(CONFIGURED);
            if (call.isChange() || again) {
                looked = false;
                planned = false;
                verified = false;
            } else if (operation.equals(CONFIGURED)) {
                looked = false;
            } else if (operation.equals("DescribeLimits")) {
                planned = true;
                verified |= looked;
            } else if (operation.startsWith("Describe") && call.error().isEmpty()) {
                looked = true;
            }
            before = operation;
        }
        return new History(planned, verified);
    }
}
