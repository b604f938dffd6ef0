package dev.plumbline.grading;

import dev.plumbline.cloud.LiveResource;
import dev.plumbline.grading.judge.SetupRecord;
import dev.plumbline.lab.Lab;
import dev.plumbline.lab.LabCatalogue;
import dev.plumbline.terraform.Diagnostic;
import dev.plumbline.terraform.PlanDocument;
import dev.plumbline.workspace.SnapshotReader;
import dev.plumbline.workspace.WorkspaceSnapshot;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A learner's folder and account, layer by layer, and the report on it. */
final class Scene {
    static final Stream RIGHT = new Stream("datacenter-stream", "us-east-1", "ON_DEMAND");
    private static final Lab LAB = new LabCatalogue(Path.of("").toAbsolutePath()).load("kinesis-stream");

    private final Path folder;
    private final List<Stream> live = new ArrayList<>();
    private boolean atWork;
    private PlanEvidence plan = new PlanEvidence.Unavailable(Trouble.learners("not asked"));

    Scene(Path folder) {
        this.folder = folder;
    }

    /** A stream as one layer has it. */
    record Stream(String name, String region, String mode) {}

    Scene file(String name, String text) throws IOException {
        Files.writeString(folder.resolve(name), text);
        return this;
    }

    Scene code(Stream stream) throws IOException {
        return file("main.tf", hcl(stream));
    }

    static String hcl(Stream stream) {
        return """
                provider "aws" {
                  region = "%s"
                }

                resource "aws_kinesis_stream" "s" {
                  name = "%s"
                  stream_mode_details {
                    stream_mode = "%s"
                  }
                }
                """
                .formatted(stream.region(), stream.name(), stream.mode());
    }

    Scene state(Stream stream) throws IOException {
        return file(
                "terraform.tfstate",
                """
                {"version": 4, "terraform_version": "1.11.4", "serial": 2, "lineage": "life", "outputs": {},
                 "resources": [{"mode": "managed", "type": "aws_kinesis_stream", "name": "s",
                   "provider": "provider[\\"registry.terraform.io/hashicorp/aws\\"]",
                   "instances": [{"schema_version": 1, "attributes": {
                     "id": "arn:aws:kinesis:%2$s:123456789012:stream/%1$s",
                     "arn": "arn:aws:kinesis:%2$s:123456789012:stream/%1$s",
                     "name": "%1$s", "stream_mode_details": [{"stream_mode": "%3$s"}]}}]}]}
                """
                        .formatted(stream.name(), stream.region(), stream.mode()));
    }

    Scene live(Stream stream) {
        live.add(stream);
        return this;
    }

    Scene plan(PlanEvidence said) {
        plan = said;
        return this;
    }

    /** A Terraform is changing things there. */
    Scene atWork() {
        atWork = true;
        return this;
    }

    /** Terraform says "No changes." over this refreshed stream, or over nothing. */
    static PlanEvidence noChanges(@Nullable Stream refreshed) {
        return planned(refreshed, "no-op");
    }

    /** Terraform wants to do this to the stream it would end with. */
    static PlanEvidence wants(Stream stream, String... actions) {
        return planned(stream, actions);
    }

    private static PlanEvidence planned(@Nullable Stream stream, String... actions) {
        if (stream == null) {
            return new PlanEvidence.Planned(0, new PlanDocument(List.of(), false, List.of(), List.of()), List.of());
        }
        boolean nothing = List.of(actions).equals(List.of("no-op"));
        Map<String, Object> attributes = attributes(stream);
        PlanDocument.ResourceChange change = new PlanDocument.ResourceChange(
                "aws_kinesis_stream.s",
                "managed",
                "aws_kinesis_stream",
                "s",
                List.of(actions),
                List.of(actions).equals(List.of("create")) ? Map.of() : attributes,
                attributes,
                false,
                null,
                "");
        List<PlanDocument.Resource> refreshed = change.before().isEmpty()
                ? List.of()
                : List.of(new PlanDocument.Resource(change.address(), "managed", change.type(), change.before()));
        return new PlanEvidence.Planned(
                nothing ? 0 : 2, new PlanDocument(List.of(change), false, refreshed, List.of()), List.of());
    }

    static PlanEvidence refused(String summary) {
        return new PlanEvidence.Refused(List.of(new Diagnostic("error", summary, "", null, null, null, null)));
    }

    private static Map<String, Object> attributes(Stream stream) {
        return new HashMap<>(Map.of(
                "name",
                stream.name(),
                "arn",
                "arn:aws:kinesis:" + stream.region() + ":123456789012:stream/" + stream.name(),
                "stream_mode_details",
                List.of(Map.of("stream_mode", stream.mode()))));
    }

    /** The report on all of it. */
    Report report() throws IOException {
        WorkspaceSnapshot as = SnapshotReader.read(folder);
        WorkspaceSnapshot now = new WorkspaceSnapshot(
                as.root(), as.entries(), as.contents(), as.parent(), as.initialised(), as.selectedWorkspace(), atWork);
        FakeEvidence evidence = new FakeEvidence(LAB, now, Map.of()).planned(plan);
        for (Stream there : live) {
            evidence.live(new LiveResource(
                    "aws_kinesis_stream",
                    there.name(),
                    there.region(),
                    "123456789012",
                    "ACTIVE",
                    Instant.EPOCH,
                    attributes(there)));
        }
        return Grader.grade(evidence, SetupRecord.NONE, Map.of());
    }

    /** How one requirement came out. */
    static Status status(Report report, String id) {
        return report.requirements().stream()
                .filter(r -> r.id().equals(id))
                .findFirst()
                .orElseThrow()
                .status();
    }
}
