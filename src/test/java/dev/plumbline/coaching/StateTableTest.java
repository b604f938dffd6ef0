package dev.plumbline.coaching;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.cloud.LiveAnswer;
import dev.plumbline.cloud.LiveResource;
import dev.plumbline.grading.Diagnosis;
import dev.plumbline.grading.PlanEvidence;
import dev.plumbline.grading.Verdict;
import dev.plumbline.terraform.Diagnostic;
import dev.plumbline.terraform.PlanDocument;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Right code, and something about the state, the cloud or the shell: each with the command that helps. */
class StateTableTest {
    private static final String RIGHT =
            """
            provider "aws" {
              region = "us-east-1"
            }

            resource "aws_kinesis_stream" "s" {
              name = "datacenter-stream"

              stream_mode_details {
                stream_mode = "ON_DEMAND"
              }
            }
            """;

    @TempDir
    Path folder = Path.of("");

    @BeforeEach
    void rightAndInitialised() throws IOException {
        write("main.tf", RIGHT);
        write(".terraform/providers/here", "");
        write(
                ".terraform.lock.hcl",
                """
                provider "registry.terraform.io/hashicorp/aws" {
                  version = "5.100.0"
                }
                """);
    }

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
    void killedApply() throws IOException {
        write("terraform.tfstate", "");
        write(".terraform.tfstate.lock.info", "{}");

        assertThat(first(evidence().live(stream("us-east-1", "ON_DEMAND"))).mistake())
                .isEqualTo("orphan-not-in-state");
    }

    @Test
    void nameTakenBySomebodyElse() throws IOException {
        Diagnosis found = first(evidence().live(stream("us-east-1", "PROVISIONED")));

        assertThat(found.mistake()).isEqualTo("name-conflict");
        assertThat(found.explanation()).contains("PROVISIONED");
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
    void deletedOutside() throws IOException {
        write("terraform.tfstate", state("s", "us-east-1", false));

        assertThat(first(evidence().planned(plan(change("s", List.of("create"), Map.of(), Map.of()))))
                        .mistake())
                .isEqualTo("stream-deleted-outside");
    }

    @Test
    void stateWrittenByHand() throws IOException {
        write("terraform.tfstate", state("s", "us-east-1", false).replace("\"private\": \"e30=\",", ""));

        assertThat(first(evidence().planned(plan(change("s", List.of("create"), Map.of(), Map.of()))))
                        .mistake())
                .isEqualTo("state-fabricated");
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
    void damagedStateInTheGradersWords() throws IOException {
        write("terraform.tfstate", "<<<<<<< HEAD\n");

        Diagnosis found = first(evidence()
                .live(stream("us-east-1", "ON_DEMAND"))
                .planned(new PlanEvidence.Refused(List.of(error("Unsupported state file format", "syntax error")))));

        assertThat(found.mistake()).isEqualTo("state-corrupt");
        assertThat(found.consequences()).hasSize(1);
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

    @Test
    void aMessageThatNobodyKnows() throws IOException {
        Diagnosis found = first(evidence()
                .planned(new PlanEvidence.Refused(List.of(error("Frobnication failed", "The frob is out of range.")))));

        assertThat(found.mistake()).isEqualTo("uncatalogued");
        assertThat(found.title()).isEqualTo("Frobnication failed");
        assertThat(found.explanation()).contains("The frob is out of range.").contains("not in the coach's catalogue");
    }

    private FakeEvidence evidence() throws IOException {
        return new FakeEvidence(Bench.LAB, folder, Map.of());
    }

    private static Diagnosis first(FakeEvidence evidence) {
        List<Diagnosis> found = Bench.COACH.diagnose(Bench.LAB, evidence, Bench.report(Verdict.FAILED));
        assertThat(found).isNotEmpty();
        assertThat(found.get(0).explanation()).doesNotContain("{{");
        return found.get(0);
    }

    private void write(String name, String text) throws IOException {
        Path file = folder.resolve(name);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private static Diagnostic error(String summary, String detail) {
        return new Diagnostic("error", summary, detail, null, null, null, null);
    }

    private static LiveResource stream(String region, String mode) {
        Map<String, @Nullable Object> attributes = new HashMap<>();
        attributes.put("name", "datacenter-stream");
        attributes.put("stream_mode_details", List.of(Map.of("stream_mode", mode)));
        return new LiveResource(
                "aws_kinesis_stream",
                "datacenter-stream",
                region,
                "123456789012",
                "ACTIVE",
                Instant.now().plusSeconds(60),
                attributes);
    }

    private static PlanEvidence plan(PlanDocument.ResourceChange... changes) {
        return new PlanEvidence.Planned(
                changes.length == 0 ? 0 : 2,
                new PlanDocument(List.of(changes), false, refreshed(changes), List.of()),
                List.of());
    }

    private static List<PlanDocument.Resource> refreshed(PlanDocument.ResourceChange... changes) {
        return List.of(changes).stream()
                .map(c -> new PlanDocument.Resource(c.address(), "managed", c.type(), c.before()))
                .toList();
    }

    private static PlanDocument.ResourceChange change(
            String label, List<String> actions, Map<String, Object> before, Map<String, Object> after) {
        return new PlanDocument.ResourceChange(
                "aws_kinesis_stream." + label,
                "managed",
                "aws_kinesis_stream",
                label,
                actions,
                new HashMap<>(before),
                new HashMap<>(after),
                false,
                null,
                "");
    }

    private static String state(String label, String region, boolean tainted) {
        return """
                {
                  "version": 4, "terraform_version": "1.11.4", "serial": 2, "lineage": "life", "outputs": {},
                  "resources": [{
                    "mode": "managed", "type": "aws_kinesis_stream", "name": "LABEL",
                    "provider": "provider[\\"registry.terraform.io/hashicorp/aws\\"]",
                    "instances": [{ STATUS
                      "attributes": {
                        "arn": "arn:aws:kinesis:REGION:123456789012:stream/datacenter-stream",
                        "enforce_consumer_deletion": false,
                        "name": "datacenter-stream",
                        "stream_mode_details": [{"stream_mode": "ON_DEMAND"}]
                      },
                      "private": "e30=",
                      "schema_version": 1
                    }]
                  }]
                }
                """
                .replace("LABEL", label)
                .replace("REGION", region)
                .replace("STATUS", tainted ? "\"status\": \"tainted\"," : "");
    }

    private static String emptyState(String lineage, int serial) {
        return "{\"version\": 4, \"terraform_version\": \"1.11.4\", \"serial\": " + serial + ", \"lineage\": \""
                + lineage + "\", \"outputs\": {}, \"resources\": []}";
    }
}
