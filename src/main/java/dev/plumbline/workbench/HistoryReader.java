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
        Instant written = written(folder);
        // The journal forgets a plan with every save, apply and import, so a plan that it knows came after the last.
        boolean noted = noted(Journal.of(folder).progress(), written);
        History seen = seen(calls(link), written);
        return new History(noted || seen.planned(), noted || seen.verified());
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
