package dev.plumbline.coaching;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.grading.Diagnosis;
import dev.plumbline.grading.FakeEvidence;
import dev.plumbline.grading.PlanEvidence;
import dev.plumbline.grading.Verdict;
import dev.plumbline.terraform.Diagnostic;
import dev.plumbline.workspace.Journal;
import dev.plumbline.workspace.JournalEntry;
import dev.plumbline.workspace.WorkspaceSnapshot;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Right code, and something about the state, its files or Terraform's own: each with the command that helps. */
class StateTableTest extends StateGround {
    @Test
    void everythingInPlaceAndNothingApplied() throws IOException {
        assertThat(first(evidence()).mistake()).isEqualTo("not-applied");
        assertThat(first(evidence()).command()).isEqualTo("terraform apply");
    }

    @Test
    void lockFileGone() throws IOException {
        Files.delete(folder.resolve(".terraform.lock.hcl"));

        assertThat(first(evidence()).mistake()).isEqualTo("lock-missing");
    }

    /** The process is a real one of that name, in that folder; a shell plays its part. */
    @Test
    @EnabledOnOs(OS.LINUX)
    void lockFileThatAnInitIsAboutToWrite(@TempDir Path bin) throws Exception {
        Files.delete(folder.resolve(".terraform.lock.hcl"));
        Path program = Files.copy(Path.of("/bin/sh").toRealPath(), bin.resolve("terraform"));
        Process init = new ProcessBuilder(program.toString(), "-c", "echo begun; read end", "init")
                .directory(folder.toFile())
                .start();
        try {
            assertThat(init.inputReader().readLine()).isEqualTo("begun");
            assertThat(Bench.COACH.diagnose(Bench.LAB, evidence(), Bench.report(Verdict.COULD_NOT_GRADE)))
                    .extracting(Diagnosis::mistake)
                    .doesNotContain("lock-missing");
        } finally {
            init.destroyForcibly().waitFor();
        }
    }

    @Test
    void providersGone() throws IOException {
        Files.delete(folder.resolve(".terraform/providers/here"));
        Files.delete(folder.resolve(".terraform/providers"));

        assertThat(first(evidence()).mistake()).isEqualTo("dot-terraform-missing");
    }

    @Test
    void lockFileOfAnotherVersion() throws IOException {
        write(
                ".terraform.lock.hcl",
                """
                provider "registry.terraform.io/hashicorp/aws" {
                  version = "5.31.0"
                }
                """);

        Diagnosis found = first(evidence());

        assertThat(found.mistake()).isEqualTo("lock-other-version");
        assertThat(found.command()).isEqualTo("terraform init -upgrade");
    }

    @Test
    void lockFileDamaged() throws IOException {
        write(".terraform.lock.hcl", "provider \"registry.terraform.io/hashicorp/aws\" {\n");

        assertThat(first(evidence()).mistake()).isEqualTo("lock-broken");
    }

    @Test
    void streamInAnotherWorkspace() throws IOException {
        write("terraform.tfstate.d/dev/terraform.tfstate", state("s", "us-east-1", false));

        Diagnosis found = first(evidence().live(stream("us-east-1", "ON_DEMAND")));

        assertThat(found.mistake()).isEqualTo("wrong-workspace");
        assertThat(found.command()).isEqualTo("terraform workspace select dev");
    }

    @Test
    void stateInAnotherFile() throws IOException {
        write("mine.tfstate", state("s", "us-east-1", false));

        Diagnosis found = first(evidence().live(stream("us-east-1", "ON_DEMAND")));

        assertThat(found.mistake()).isEqualTo("state-elsewhere");
        assertThat(found.command()).isEqualTo("mv mine.tfstate terraform.tfstate");
    }

    @Test
    void stateGoneAndBackupThere() throws IOException {
        write("terraform.tfstate.backup", state("s", "us-east-1", false));

        Diagnosis found = first(evidence().live(stream("us-east-1", "ON_DEMAND")));

        assertThat(found.mistake()).isEqualTo("state-lost");
        assertThat(found.command()).isEqualTo("cp terraform.tfstate.backup terraform.tfstate");
    }

    @Test
    void stateGoneWithoutBackup() throws IOException {
        Diagnosis found = first(evidence().live(stream("us-east-1", "ON_DEMAND")));

        assertThat(found.mistake()).isEqualTo("state-lost");
        assertThat(found.command()).isEqualTo("terraform import aws_kinesis_stream.s datacenter-stream");
    }

    @Test
    void forgottenByStateRm() throws IOException {
        write("terraform.tfstate", emptyState("life", 3));
        write("terraform.tfstate.1763900000.backup", state("s", "us-east-1", false));

        assertThat(first(evidence().live(stream("us-east-1", "ON_DEMAND"))).mistake())
                .isEqualTo("state-rm");
    }

    @Test
    void interruptedApply() throws IOException {
        write("terraform.tfstate", emptyState("life", 1));

        assertThat(first(evidence().live(stream("us-east-1", "ON_DEMAND"))).mistake())
                .isEqualTo("interrupted-apply");
    }

    @Test
    void interruptedApplyBesideAPlanFromBeforeTheState() throws IOException {
        write("terraform.tfstate", emptyState("life", 1));
        savedPlan(emptyState("", 0));

        assertThat(first(evidence().live(stream("us-east-1", "ON_DEMAND"))).mistake())
                .isEqualTo("interrupted-apply");
        savedPlan(emptyState("another life", 1));
        assertThat(first(evidence().live(stream("us-east-1", "ON_DEMAND"))).mistake())
                .isEqualTo("state-foreign");
    }

    private void savedPlan(String state) throws IOException {
        try (ZipOutputStream plan = new ZipOutputStream(Files.newOutputStream(folder.resolve("p")))) {
            plan.putNextEntry(new ZipEntry("tfstate"));
            plan.write(state.getBytes(StandardCharsets.UTF_8));
        }
    }

    @Test
    void onlyAnAnswerThatWasAskedForCancels() throws IOException {
        Journal journal = Journal.of(folder);
        journal.add(new JournalEntry.Ran(Instant.EPOCH, "terraform apply", 1));
        assertThat(first(evidence()).mistake()).isEqualTo("apply-cancelled");
        journal.add(new JournalEntry.Ran(Instant.EPOCH, "terraform apply -auto-approve", 1));
        assertThat(first(evidence()).mistake()).as("it asks nothing").isEqualTo("not-applied");
        journal.add(new JournalEntry.Ran(Instant.EPOCH, "terraform apply", 143));
        assertThat(first(evidence()).mistake()).as("a signal is no answer").isEqualTo("not-applied");
    }

    @Test
    void killedApply() throws IOException {
        write("terraform.tfstate", "");
        write(".terraform.tfstate.lock.info", "{}");

        assertThat(first(evidence().live(stream("us-east-1", "ON_DEMAND"))).mistake())
                .isEqualTo("orphan-not-in-state");
    }

    @Test
    void anApplyThatStillRunsIsNoMistake() throws IOException {
        write("terraform.tfstate", "");
        write(".terraform.tfstate.lock.info", "{}");
        WorkspaceSnapshot left = evidence().workspace();
        WorkspaceSnapshot running = new WorkspaceSnapshot(
                left.root(), left.entries(), left.contents(), left.parent(), true, "default", true);

        assertThat(Bench.COACH.diagnose(
                        Bench.LAB,
                        new FakeEvidence(Bench.LAB, running, Map.of()).live(stream("us-east-1", "ON_DEMAND")),
                        Bench.report(Verdict.COULD_NOT_GRADE)))
                .isEmpty();
    }

    @Test
    void stateDamaged() throws IOException {
        write("terraform.tfstate", "{\"version\": 4,");
        write("terraform.tfstate.backup", state("s", "us-east-1", false));

        Diagnosis found = first(evidence().live(stream("us-east-1", "ON_DEMAND")));

        assertThat(found.mistake()).isEqualTo("state-corrupt");
        assertThat(found.command()).isEqualTo("cp terraform.tfstate.backup terraform.tfstate");
    }

    @Test
    void stateOfALaterFormat() throws IOException {
        write("terraform.tfstate", "{\"version\": 5, \"resources\": []}");

        assertThat(first(evidence().live(stream("us-east-1", "ON_DEMAND"))).mistake())
                .isEqualTo("state-newer");
    }

    @Test
    void taintedStream() throws IOException {
        write("terraform.tfstate", state("s", "us-east-1", true));

        Diagnosis found = first(evidence()
                .live(stream("us-east-1", "ON_DEMAND"))
                .planned(plan(change("s", List.of("delete", "create"), Map.of(), Map.of()))));

        assertThat(found.mistake()).isEqualTo("tainted");
        assertThat(found.command()).isEqualTo("terraform untaint aws_kinesis_stream.s");
    }

    @Test
    void stateWrittenByHand() throws IOException {
        write("terraform.tfstate", state("s", "us-east-1", false).replace("\"private\": \"e30=\",", ""));

        assertThat(first(evidence().planned(plan(change("s", List.of("create"), Map.of(), Map.of()))))
                        .mistake())
                .isEqualTo("state-fabricated");
    }

    @Test
    void damagedStateInTheGradersWords() throws IOException {
        write("terraform.tfstate", "<<<<<<< HEAD\n");

        Diagnosis found = first(evidence()
                .live(stream("us-east-1", "ON_DEMAND"))
                .planned(new PlanEvidence.Refused(List.of(error("Unsupported state file format", "syntax error")))));

        assertThat(found.mistake()).isEqualTo("state-corrupt");
        assertThat(found.consequences()).hasSize(1);
    }

    @Test
    void aMessageAboutNoFileHasNoPlace() throws IOException {
        Diagnostic.Range nowhere = new Diagnostic.Range("<empty>", 0, 0, 0, 0);
        Diagnostic empty = new Diagnostic("error", "Odd Region: ", "", null, nowhere, null, null);

        Diagnosis found = first(evidence().planned(new PlanEvidence.Refused(List.of(empty))));

        assertThat(found.place()).isNull();
        write("main.tf", RIGHT.replace("  region = \"us-east-1\"\n", ""));
        Diagnostic region = new Diagnostic("error", "invalid AWS Region: ", "", null, nowhere, null, null);
        assertThat(first(evidence().planned(new PlanEvidence.Refused(List.of(region))))
                        .consequences())
                .containsExactly("invalid AWS Region: ");
    }

    @Test
    void aMessageThatNobodyKnows() throws IOException {
        Diagnosis found = first(evidence()
                .planned(new PlanEvidence.Refused(List.of(error("Frobnication failed", "The frob is out of range.")))));

        assertThat(found.mistake()).isEqualTo("uncatalogued");
        assertThat(found.title()).isEqualTo("Frobnication failed");
        assertThat(found.explanation()).contains("The frob is out of range.").contains("not in the coach's catalogue");
    }
}
