package dev.plumbline.grading;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Every combination of a code, a state, an account and a plan: only where all four are right is the work passed. "No
 * changes" beside anything else is one of the false ones.
 */
class LayersTest {
    private static final Map<String, Optional<Scene.Stream>> STREAMS = streams();

    @TempDir
    Path folder = Path.of("");

    private static Map<String, Optional<Scene.Stream>> streams() {
        Map<String, Optional<Scene.Stream>> streams = new LinkedHashMap<>();
        streams.put("right", Optional.of(Scene.RIGHT));
        streams.put("other name", Optional.of(new Scene.Stream("data-stream", "us-east-1", "ON_DEMAND")));
        streams.put("other region", Optional.of(new Scene.Stream("datacenter-stream", "eu-west-1", "ON_DEMAND")));
        streams.put("other mode", Optional.of(new Scene.Stream("datacenter-stream", "us-east-1", "PROVISIONED")));
        streams.put("none", Optional.empty());
        return streams;
    }

    private Map<String, PlanEvidence> plans(Scene.@Nullable Stream live) {
        Map<String, PlanEvidence> plans = new LinkedHashMap<>();
        plans.put("no changes", Scene.noChanges(live));
        plans.put("creates", Scene.wants(Scene.RIGHT, "create"));
        plans.put("replaces", Scene.wants(Scene.RIGHT, "delete", "create"));
        plans.put("refused", Scene.refused("Inconsistent dependency lock file"));
        plans.put("out of reach", new PlanEvidence.Unavailable(Trouble.ours("terraform was called off.")));
        return plans;
    }

    /** As in the middle of an apply, and after one that was killed there. */
    private Scene lockedAndLive() throws IOException {
        return new Scene(folder)
                .code(Scene.RIGHT)
                .file("terraform.tfstate", "")
                .file(".terraform.tfstate.lock.info", "{}")
                .plan(Scene.wants(Scene.RIGHT, "create"))
                .live(Scene.RIGHT);
    }

    @Test
    void whileTerraformIsAtWorkNothingIsWrong() throws IOException {
        Report halfWay = lockedAndLive().atWork().report();

        assertThat(halfWay.verdict()).isEqualTo(Verdict.COULD_NOT_GRADE);
        assertThat(halfWay.awaitsTerraform()).isTrue();
        assertThat(halfWay.stage()).isNotEqualTo(Stage.DRIFTED);
        assertThat(halfWay.requirements())
                .extracting(RequirementResult::status)
                .containsOnly(Status.MET, Status.PENDING);
        assertThat(halfWay.requirements())
                .extracting(RequirementResult::message)
                .noneMatch(message -> message.contains("AWS could not be asked"));
    }

    @Test
    void whatIsLiveIsNotDestroyedHoweverItIsToBeTakenOver() throws IOException {
        String taken = "import {\n  to = aws_kinesis_stream.s\n  id = \"arn:of-it\"\n}\n";
        Scene forgotten = new Scene(folder)
                .code(Scene.RIGHT)
                .file("imports.tf", taken)
                .file("terraform.tfstate", "{\"version\": 4, \"serial\": 5, \"lineage\": \"life\", \"resources\": []}")
                .plan(Scene.refused("Cannot import non-existent remote object"));

        assertThat(forgotten.report().stage()).isEqualTo(Stage.DESTROYED);
        assertThat(forgotten.live(Scene.RIGHT).report().stage()).isNotEqualTo(Stage.DESTROYED);
    }

    @Test
    void anEndedOneIsJudgedAsEver() throws IOException {
        Report killed = lockedAndLive().report();

        assertThat(killed.verdict()).isEqualTo(Verdict.FAILED);
        assertThat(killed.stage()).isEqualTo(Stage.DRIFTED);
    }

    @Test
    void onlyWhatIsRightInEveryLayerPasses() throws IOException {
        List<String> passed = new ArrayList<>();
        int scenes = 0;
        for (var code : STREAMS.entrySet()) {
            for (var state : STREAMS.entrySet()) {
                for (var live : STREAMS.entrySet()) {
                    for (var plan : plans(live.getValue().orElse(null)).entrySet()) {
                        String name =
                                code.getKey() + " / " + state.getKey() + " / " + live.getKey() + " / " + plan.getKey();
                        Scene scene =
                                new Scene(Files.createDirectory(folder.resolve("s" + ++scenes))).plan(plan.getValue());
                        if (code.getValue().isPresent()) {
                            scene.code(code.getValue().get());
                        }
                        if (state.getValue().isPresent()) {
                            scene.state(state.getValue().get());
                        }
                        live.getValue().ifPresent(scene::live);

                        Report report = scene.report();

                        boolean allMet = report.requirements().stream().allMatch(r -> r.status() == Status.MET);
                        assertThat(report.verdict() == Verdict.PASSED).as(name).isEqualTo(allMet);
                        assertThat(report.requirements()).as(name).allSatisfy(r -> assertThat(r.message())
                                .isNotBlank()
                                .doesNotContain("{{"));
                        if (allMet) {
                            passed.add(name);
                        }
                    }
                }
            }
        }

        assertThat(scenes).isEqualTo(625);
        // In the second the state was written before the mode was changed, and the refresh of the plan has seen the
        // change.
        assertThat(passed)
                .containsExactly("right / right / right / no changes", "right / other mode / right / no changes");
    }

    @Test
    void commentsAloneAreNothingWritten() throws IOException {
        Report report = new Scene(folder).file("main.tf", "# my notes\n").report();

        assertThat(Scene.status(report, "single-file")).isEqualTo(Status.PENDING);
        assertThat(report.requirements().get(0).message()).isEqualTo("Nothing is written yet.");
    }

    @Test
    void aStateThatFollowedAnotherRegionIsToldFromAnApplyThatIsMissing() throws IOException {
        Scene.Stream other = new Scene.Stream("datacenter-stream", "eu-west-1", "ON_DEMAND");
        Scene scene =
                new Scene(folder).code(Scene.RIGHT).state(other).live(other).plan(Scene.noChanges(Scene.RIGHT));
        assertThat(message(scene.report(), "region")).contains("has not been applied since");

        assertThat(message(scene.live(Scene.RIGHT).report(), "region"))
                .contains("your state has the stream in eu-west-1")
                .contains("The one in us-east-1 is another");
    }

    private static String message(Report report, String id) {
        return report.requirements().stream()
                .filter(r -> r.id().equals(id))
                .findFirst()
                .orElseThrow()
                .message();
    }

    @Test
    void troubleOfOursIsNoFailure() throws IOException {
        Report report = new Scene(folder)
                .code(Scene.RIGHT)
                .state(Scene.RIGHT)
                .live(Scene.RIGHT)
                .plan(new PlanEvidence.Unavailable(Trouble.ours("terraform was called off.")))
                .report();

        assertThat(report.verdict()).isEqualTo(Verdict.COULD_NOT_GRADE);
        assertThat(report.trouble()).isEqualTo("terraform was called off.");
    }

    @Test
    void aPlanRefusedOverTheWorkIsAFailure() throws IOException {
        Report report = new Scene(folder)
                .code(Scene.RIGHT)
                .plan(Scene.refused("Inconsistent dependency lock file"))
                .report();

        assertThat(report.verdict()).isEqualTo(Verdict.FAILED);
        assertThat(Scene.status(report, "no-changes")).isEqualTo(Status.BLOCKED);
    }

    @Test
    void theAccountOutweighsTheState() throws IOException {
        Report report = new Scene(folder)
                .code(Scene.RIGHT)
                .state(Scene.RIGHT)
                .live(new Scene.Stream("datacenter-stream", "us-east-1", "PROVISIONED"))
                .plan(Scene.noChanges(Scene.RIGHT))
                .report();

        assertThat(Scene.status(report, "stream-mode")).isEqualTo(Status.UNMET);
        assertThat(report.requirements().stream()
                        .filter(r -> r.id().equals("stream-mode"))
                        .flatMap(r -> r.evidence().stream())
                        .map(Finding::layer))
                .contains(Layer.SOURCE, Layer.STATE, Layer.CLOUD);
    }

    @Test
    void aSecondFileOfCodeIsUnmetWhateverElseIsRight() throws IOException {
        Report report = new Scene(folder)
                .code(Scene.RIGHT)
                .file("outputs.tf", "output \"name\" {\n  value = aws_kinesis_stream.s.name\n}\n")
                .state(Scene.RIGHT)
                .live(Scene.RIGHT)
                .plan(Scene.noChanges(Scene.RIGHT))
                .report();

        assertThat(report.verdict()).isEqualTo(Verdict.FAILED);
        assertThat(Scene.status(report, "single-file")).isEqualTo(Status.UNMET);
        assertThat(Scene.status(report, "stream-mode")).isEqualTo(Status.MET);
    }

    @Test
    void aFolderOfThatNameIsNothingToJudge() throws IOException {
        Files.createDirectory(folder.resolve("main.tf"));

        Report report = new Scene(folder).report();

        assertThat(report.verdict()).isEqualTo(Verdict.NOT_GRADABLE);
        assertThat(report.trouble()).contains("main.tf is a folder");
    }

    @Test
    void nothingWrittenIsNotYetPassedAndNothingIsHeldAgainstIt() throws IOException {
        Report report = new Scene(folder).plan(Scene.noChanges(null)).report();

        assertThat(report.verdict()).isEqualTo(Verdict.FAILED);
        assertThat(report.stage()).isEqualTo(Stage.UNWRITTEN);
        assertThat(report.requirements()).noneMatch(r -> r.status() == Status.MET || r.status() == Status.UNMET);
    }
}
