package dev.plumbline.report;

import dev.plumbline.grading.Diagnosis;
import dev.plumbline.grading.Finding;
import dev.plumbline.grading.Layer;
import dev.plumbline.grading.Report;
import dev.plumbline.grading.RequirementResult;
import dev.plumbline.grading.Stage;
import dev.plumbline.grading.Status;
import dev.plumbline.grading.Verdict;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Reports as the grader gives them for well-known situations of the first lab. */
public final class SampleReports {
    /** The main.tf of the write-up that circulates. */
    public static final String WRITE_UP =
            """
            provider "aws" {
              region = "us-east-1"
            }

            resource "aws_kinesis_stream" "datacenter_stream_resource" {
              # The name of the stream.
              name = "datacenter-stream"

              # Serverless capacity.
              stream_mode = "ON_DEMAND"
            }
            """;

    private static final Map<String, String> TOOLS = new TreeMap<>(
            Map.of("plumbline", "0.1.0", "terraform", "1.11.4", "provider", "5.100.0", "aws", "embedded"));

    private SampleReports() {}

    /** Files of a workspace that holds that main.tf. */
    public static SourceFiles files(String mainTf) {
        return file -> file.equals("main.tf") ? Optional.of(mainTf) : Optional.empty();
    }

    /** Nothing written yet. */
    public static Report unwritten() {
        return report(
                Verdict.FAILED,
                Stage.UNWRITTEN,
                List.of(
                        result("single-file", Status.PENDING, "There is no main.tf yet."),
                        result("stream-name", Status.PENDING, "No stream in the file yet."),
                        result("region", Status.PENDING, "No stream in the file yet."),
                        result("stream-mode", Status.PENDING, "No stream in the file yet."),
                        result("no-changes", Status.PENDING, "Nothing is applied yet.")),
                List.of());
    }

    /** The write-up pasted in. */
    public static Report writeUp() {
        Diagnosis.Fix fix = new Diagnosis.Fix(
                "put the mode into a stream_mode_details block",
                List.of(new Diagnosis.Edit(
                        "main.tf", 10, 3, 10, 28, "stream_mode_details {\n    stream_mode = \"ON_DEMAND\"\n  }")));
        Diagnosis diagnosis = new Diagnosis(
                "top-level-stream-mode",
                "stream_mode does not stand on its own",
                "The provider knows stream_mode only inside a stream_mode_details block. The write-up that circulates has"
                        + " it at the top level, where Terraform refuses it: Unsupported argument.",
                new Finding.Place("main.tf", 10, 3),
                fix,
                null,
                null,
                "pitfalls",
                false,
                List.of("Unsupported argument"));
        return report(
                Verdict.FAILED,
                Stage.WRITTEN,
                List.of(
                        result("single-file", Status.MET, ""),
                        result("stream-name", Status.PENDING, "The file has it right; nothing is applied yet."),
                        result("region", Status.PENDING, "The file has it right; nothing is applied yet."),
                        new RequirementResult(
                                "stream-mode",
                                "The stream's capacity mode is ON_DEMAND",
                                Status.UNMET,
                                0,
                                1,
                                "ON_DEMAND",
                                null,
                                "The file does not say the capacity mode in a form that Terraform accepts.",
                                List.of(
                                        new Finding(
                                                Layer.SOURCE,
                                                "there is no stream_mode_details block",
                                                new Finding.Place("main.tf", 5, 1)),
                                        new Finding(
                                                Layer.VALIDATION,
                                                "An argument named \"stream_mode\" is not expected here.",
                                                new Finding.Place("main.tf", 10, 3)))),
                        result("no-changes", Status.BLOCKED, "Waits for stream-mode: Terraform refuses the file.")),
                List.of(diagnosis));
    }

    /** Applied with the wrong mode; file and cloud disagree since the file was mended. */
    public static Report appliedWrongMode() {
        return report(
                Verdict.FAILED,
                Stage.APPLIED,
                List.of(
                        result("single-file", Status.MET, ""),
                        result("stream-name", Status.MET, ""),
                        result("region", Status.MET, ""),
                        new RequirementResult(
                                "stream-mode",
                                "The stream's capacity mode is ON_DEMAND",
                                Status.UNMET,
                                0,
                                1,
                                "ON_DEMAND",
                                "PROVISIONED",
                                "Your file says ON_DEMAND; the live stream is still PROVISIONED. An apply makes them agree.",
                                List.of(
                                        new Finding(Layer.SOURCE, "ON_DEMAND", new Finding.Place("main.tf", 8, 5)),
                                        Finding.of(Layer.STATE, "PROVISIONED"),
                                        Finding.of(Layer.CLOUD, "the live stream datacenter-stream is PROVISIONED"))),
                        result("no-changes", Status.BLOCKED, "Waits for stream-mode.")),
                List.of());
    }

    /** All requirements met. */
    public static Report passed() {
        return report(
                Verdict.PASSED,
                Stage.VERIFIED,
                List.of(
                        result("single-file", Status.MET, ""),
                        result("stream-name", Status.MET, ""),
                        result("region", Status.MET, ""),
                        result("stream-mode", Status.MET, ""),
                        result("no-changes", Status.MET, "")),
                List.of());
    }

    /** Terraform is not installed. */
    public static Report couldNotGrade() {
        return new Report(
                "kinesis-stream",
                Verdict.COULD_NOT_GRADE,
                Stage.WRITTEN,
                List.of(
                        result("single-file", Status.MET, ""),
                        result("stream-name", Status.BLOCKED, "Terraform was not found on the PATH.")),
                List.of(),
                List.of(),
                "Terraform was not found on the PATH. Install version 1.5 or newer, then check again.",
                TOOLS,
                Map.of("total", 3L));
    }

    /** One requirement that is not met, with that message. */
    public static Report saying(String message) {
        return report(Verdict.FAILED, Stage.WRITTEN, List.of(result("region", Status.UNMET, message)), List.of());
    }

    private static Report report(
            Verdict verdict, Stage stage, List<RequirementResult> requirements, List<Diagnosis> diagnoses) {
        return new Report(
                "kinesis-stream",
                verdict,
                stage,
                requirements,
                diagnoses,
                List.of(),
                null,
                TOOLS,
                new TreeMap<>(Map.of("source", 4L, "plan", 310L, "cloud", 12L, "total", 402L)));
    }

    private static RequirementResult result(String id, Status status, @Nullable String message) {
        String title =
                switch (id) {
                    case "single-file" -> "All Terraform code is in main.tf";
                    case "stream-name" -> "The stream is called datacenter-stream";
                    case "region" -> "The stream lives in us-east-1";
                    case "stream-mode" -> "The stream's capacity mode is ON_DEMAND";
                    default -> "A plan after the apply has no changes";
                };
        return new RequirementResult(
                id,
                title,
                status,
                status == Status.MET ? 1 : 0,
                1,
                null,
                null,
                message == null ? "" : message,
                List.of());
    }
}
