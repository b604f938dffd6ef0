package dev.plumbline.coaching;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.cloud.LiveAnswer;
import dev.plumbline.grading.Diagnosis;
import dev.plumbline.grading.FakeEvidence;
import dev.plumbline.grading.History;
import dev.plumbline.grading.PlanEvidence;
import dev.plumbline.grading.Report;
import dev.plumbline.grading.RequirementResult;
import dev.plumbline.grading.Stage;
import dev.plumbline.grading.Status;
import dev.plumbline.grading.Verdict;
import dev.plumbline.lab.Drill;
import dev.plumbline.lab.Lab;
import dev.plumbline.workspace.Journal;
import dev.plumbline.workspace.JournalEntry;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Right code, and a cloud that has something else than code and state say: each with the command that helps. */
class LiveTableTest extends StateGround {
    @Test
    void nameTakenBySomebodyElse() throws IOException {
        Diagnosis found = first(evidence().live(stream("us-east-1", "PROVISIONED")));

        assertThat(found.mistake()).isEqualTo("name-conflict");
        assertThat(found.explanation()).contains("PROVISIONED");
    }

    @Test
    void deletedOutside() throws IOException {
        write("terraform.tfstate", state("s", "us-east-1", false));

        assertThat(first(evidence().planned(plan(change("s", List.of("create"), Map.of(), Map.of()))))
                        .mistake())
                .isEqualTo("stream-deleted-outside");
    }

    @Test
    void regionCorrectedAfterTheApply() throws IOException {
        write("terraform.tfstate", state("s", "us-west-2", false));

        Diagnosis found = first(evidence()
                .live(stream("us-west-2", "ON_DEMAND"))
                .planned(plan(change("s", List.of("create"), Map.of(), Map.of()))));

        assertThat(found.mistake()).isEqualTo("wrong-region-corrected");
        assertThat(found.next())
                .isEqualTo(
                        "put us-west-2 back into main.tf, line 2, run terraform destroy, then write us-east-1 again and"
                                + " apply.");
        assertThat(found.explanation()).contains("With the AWS CLI").contains("--region us-west-2");
        assertThat(found.command())
                .as("one that must not be run as the file is")
                .isNull();
    }

    @Test
    void whatIsLiveInTheWrongRegionGoesBeforeTheRegionChanges() throws IOException {
        write("main.tf", RIGHT.replace("us-east-1", "us-west-2"));
        write("terraform.tfstate", state("s", "us-west-2", false));

        Diagnosis found =
                first(evidence().live(stream("us-west-2", "ON_DEMAND")).planned(plan()));

        assertThat(found.mistake()).isEqualTo("wrong-region");
        assertThat(found.command()).isEqualTo("terraform destroy");
        assertThat(found.commandFirst()).isTrue();
        assertThat(found.fix()).isNotNull();
    }

    @Test
    void fromAThirdRegionADestroyWouldNotReachIt() throws IOException {
        write("main.tf", RIGHT.replace("us-east-1", "eu-west-1"));
        write("terraform.tfstate", state("s", "us-west-2", false));

        Diagnosis found =
                first(evidence().live(stream("us-west-2", "ON_DEMAND")).planned(plan()));

        assertThat(found.mistake()).isEqualTo("wrong-region");
        assertThat(found.command()).isNull();
        assertThat(found.explanation()).contains("write us-west-2 for the moment, run terraform destroy");
    }

    @Test
    void theStateHasTheOneInAnotherRegionAndPlanSeesTheRightOne() throws IOException {
        write("terraform.tfstate", state("s", "sa-east-1", false));

        Diagnosis found = first(evidence()
                .live(stream("us-east-1", "ON_DEMAND"))
                .live(stream("sa-east-1", "ON_DEMAND"))
                .planned(plan()));

        assertThat(found.mistake()).isEqualTo("state-in-other-region");
        assertThat(found.next())
                .startsWith("put sa-east-1 back into main.tf, line 2, run terraform destroy")
                .endsWith("and then:");
        assertThat(found.command()).isEqualTo("terraform import aws_kinesis_stream.s datacenter-stream");
    }

    @Test
    void aRecordOfOneThatIsGoneIsWrittenAnew() throws IOException {
        write("terraform.tfstate", state("s", "sa-east-1", false));

        Diagnosis found =
                first(evidence().live(stream("us-east-1", "ON_DEMAND")).planned(plan()));

        assertThat(found.mistake()).isEqualTo("state-in-other-region");
        assertThat(found.command()).isEqualTo("terraform apply");
    }

    @Test
    void whatTheTaskAsksForIsNoMatterOfChoice() throws IOException {
        write("terraform.tfstate", state("s", "us-east-1", false));
        Drill drill = Bench.LAB.drills().stream()
                .filter(d -> d.id().equals("retention-changed"))
                .findFirst()
                .orElseThrow();
        Lab inDrill = Bench.LAB.inDrill(drill);
        PlanEvidence plan =
                plan(change("s", List.of("update"), Map.of("retention_period", 72L), Map.of("retention_period", 24L)));

        Diagnosis free = first(evidence().live(stream("us-east-1", "ON_DEMAND")).planned(plan));
        Diagnosis asked = Bench.COACH
                .diagnose(
                        inDrill,
                        new FakeEvidence(inDrill, folder, Map.of())
                                .live(stream("us-east-1", "ON_DEMAND"))
                                .planned(plan),
                        unmet("usual-retention"))
                .get(0);

        assertThat(free.explanation()).contains("or write retention_period = 72");
        assertThat(asked.mistake()).isEqualTo("retention-changed-outside");
        assertThat(asked.explanation()).contains("apply takes it back.").doesNotContain("write retention_period");
    }

    private static Report unmet(String id) {
        Report none = Bench.report(Verdict.FAILED);
        RequirementResult result =
                new RequirementResult(id, id, Status.UNMET, 0, 1, "24", "72", "The live stream has 72.", List.of());
        return new Report(
                none.lab(),
                none.verdict(),
                Stage.DRIFTED,
                List.of(result),
                List.of(),
                List.of(),
                null,
                none.tools(),
                none.timings());
    }

    @Test
    void modeSwitchedOutside() throws IOException {
        write("terraform.tfstate", state("s", "us-east-1", false));

        Diagnosis found = first(evidence()
                .live(stream("us-east-1", "PROVISIONED"))
                .planned(plan(change(
                        "s",
                        List.of("update"),
                        Map.of("stream_mode_details", List.of(Map.of("stream_mode", "PROVISIONED"))),
                        Map.of("stream_mode_details", List.of(Map.of("stream_mode", "ON_DEMAND")))))));

        assertThat(found.mistake()).isEqualTo("mode-changed-outside");
        assertThat(found.explanation()).contains("ON_DEMAND").contains("PROVISIONED");
        assertThat(found.command()).isEqualTo("terraform apply");
        assertThat(found.next()).as("not before it was looked at").endsWith("terraform plan");
    }

    @Test
    void afterALookAtTheDriftApplyIsNext() throws IOException {
        write("terraform.tfstate", state("s", "us-east-1", false));

        Diagnosis found = first(evidence()
                .live(stream("us-east-1", "PROVISIONED"))
                .seen(new History(true, true))
                .planned(plan(change(
                        "s",
                        List.of("update"),
                        Map.of("stream_mode_details", List.of(Map.of("stream_mode", "PROVISIONED"))),
                        Map.of("stream_mode_details", List.of(Map.of("stream_mode", "ON_DEMAND")))))));

        assertThat(found.next()).isNull();
        assertThat(found.command()).isEqualTo("terraform apply");
    }

    @Test
    void tagsWrittenAndNotApplied() throws IOException {
        write("terraform.tfstate", state("s", "us-east-1", false));

        assertThat(first(evidence()
                                .live(stream("us-east-1", "ON_DEMAND"))
                                .planned(plan(change(
                                        "s", List.of("update"), Map.of(), Map.of("tags", Map.of("Team", "data"))))))
                        .mistake())
                .isEqualTo("edited-not-applied");
    }

    @Test
    void tagsAppliedAndNotKept() throws IOException {
        write("terraform.tfstate", state("s", "us-east-1", false));
        FakeEvidence evidence = evidence()
                .live(stream("us-east-1", "ON_DEMAND"))
                .planned(plan(change("s", List.of("update"), Map.of(), Map.of("tags", Map.of("Team", "data")))));
        Journal journal = Journal.of(folder);
        journal.add(new JournalEntry.Ran(Instant.now().plusSeconds(1), "terraform apply", 0));

        assertThat(first(evidence).title()).isEqualTo("Applied, and AWS has it otherwise");
        journal.add(new JournalEntry.Ran(Instant.now().plusSeconds(2), "terraform apply -target", 0));
        assertThat(first(evidence).title()).isEqualTo("Edited, not applied");
        journal.add(new JournalEntry.Ran(Instant.now().minusSeconds(60), "terraform apply", 0));
        assertThat(first(evidence).title()).as("edited since").isEqualTo("Edited, not applied");
    }

    @Test
    void labelRenamed() throws IOException {
        write("terraform.tfstate", state("old", "us-east-1", false));

        Diagnosis found = first(evidence()
                .live(stream("us-east-1", "ON_DEMAND"))
                .planned(plan(
                        change("old", List.of("delete"), Map.of("name", "datacenter-stream"), Map.of()),
                        change("s", List.of("create"), Map.of(), Map.of("name", "datacenter-stream")))));

        assertThat(found.mistake()).isEqualTo("label-renamed");
        assertThat(found.fix()).isNotNull();
        assertThat(found.command()).as("an alternative, not a second step").isNull();
    }

    @Test
    void destroyedAgain() throws IOException {
        write("terraform.tfstate", emptyState("life", 5));
        write("terraform.tfstate.backup", state("s", "us-east-1", false));

        assertThat(first(evidence()).mistake()).isEqualTo("destroyed");
    }

    @Test
    void codeDeletedAfterTheApply() throws IOException {
        write("terraform.tfstate", state("mine", "us-east-1", false));
        Files.delete(folder.resolve("main.tf"));

        Diagnosis found = first(evidence().live(stream("us-east-1", "ON_DEMAND")));

        assertThat(found.mistake()).isEqualTo("main-deleted");
        Diagnosis.Fix fix = found.fix();
        assertThat(fix).isNotNull();
        assertThat(Edits.apply("main.tf", "", fix == null ? List.of() : fix.edits()))
                .contains("resource \"aws_kinesis_stream\" \"mine\" {");
    }

    @Test
    void modeNoLongerSaid() throws IOException {
        write("terraform.tfstate", state("s", "us-east-1", false));
        write("main.tf", RIGHT.replaceAll("(?s)\\n  stream_mode_details.*?\\n  }\\n", ""));

        Diagnosis found =
                first(evidence().live(stream("us-east-1", "ON_DEMAND")).planned(plan()));

        assertThat(found.mistake()).isEqualTo("mode-missing");
        assertThat(found.explanation()).startsWith("Your stream is ON_DEMAND; your file does not say so.");
    }

    @Test
    void anApplyThatMadeNothing() throws IOException {
        write("terraform.tfstate", emptyState("life", 1));

        Diagnosis found = first(evidence());

        assertThat(found.mistake()).isEqualTo("refresh-only");
        assertThat(found.explanation()).startsWith("An apply has run here, and it made nothing.");
    }

    @Test
    void leftoverInTheRegionUsedBefore() throws IOException {
        write("terraform.tfstate", state("s", "us-east-1", false));
        write("terraform.tfstate.backup", state("s", "us-west-2", false));
        FakeEvidence evidence = evidence()
                .live(stream("us-east-1", "ON_DEMAND"))
                .live(stream("us-west-2", "ON_DEMAND"))
                .planned(plan());

        List<Diagnosis> found = Bench.COACH.diagnose(Bench.LAB, evidence, Bench.report(Verdict.PASSED));

        assertThat(found).extracting(Diagnosis::mistake).containsExactly("orphan-in-other-region");
        assertThat(found.get(0).remark()).isTrue();
        assertThat(found.get(0).command()).endsWith("--region us-west-2");
    }

    @Test
    void somebodyElsesStreamElsewhereIsNoMatter() throws IOException {
        write("terraform.tfstate", state("s", "us-east-1", false));
        FakeEvidence evidence = evidence()
                .live(stream("us-east-1", "ON_DEMAND"))
                .live(stream("us-west-2", "ON_DEMAND"))
                .planned(plan());

        assertThat(Bench.COACH.diagnose(Bench.LAB, evidence, Bench.report(Verdict.PASSED)))
                .isEmpty();
    }

    @Test
    void nothingListensAtTheEndpoint() throws IOException {
        assertThat(first(evidence().unanswered(new LiveAnswer.Unknown(LiveAnswer.Cause.UNREACHABLE, "refused")))
                        .mistake())
                .isEqualTo("endpoint-down");
    }

    @Test
    void secretDoesNotBelongToTheKey() throws IOException {
        String said = "Retrieving AWS account details: validating provider credentials: operation error STS: "
                + "GetCallerIdentity, https response error StatusCode: 403, api error SignatureDoesNotMatch: The request "
                + "signature we calculated does not match the signature you provided.";

        Diagnosis found = first(evidence().planned(new PlanEvidence.Refused(List.of(error(said, "")))));

        assertThat(found.mistake()).isEqualTo("credentials-invalid");
        assertThat(found.consequences()).hasSize(1);
    }
}
