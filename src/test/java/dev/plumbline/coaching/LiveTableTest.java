package dev.plumbline.coaching;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.cloud.LiveAnswer;
import dev.plumbline.grading.Diagnosis;
import dev.plumbline.grading.FakeEvidence;
import dev.plumbline.grading.PlanEvidence;
import dev.plumbline.grading.Verdict;
import java.io.IOException;
import java.nio.file.Files;
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
        assertThat(found.command()).contains("--region us-west-2");
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
