package dev.plumbline.cohort.replay;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import dev.plumbline.coaching.Coach;
import dev.plumbline.cohort.bundle.Alteration;
import dev.plumbline.cohort.bundle.Bundles;
import dev.plumbline.grading.Verdict;
import dev.plumbline.lab.LabCatalogue;
import dev.plumbline.text.Golden;
import dev.plumbline.text.Look;
import dev.plumbline.text.Painter;
import dev.plumbline.text.Phrases;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReplayTest {
    private static final Path HOME = Path.of("").toAbsolutePath();

    private final Path file;
    private final Replayer replayer = new Replayer(new LabCatalogue(HOME), Coach.of(HOME));

    ReplayTest(@TempDir Path folder) {
        this.file = folder.resolve("ada.zip");
    }

    private Replay.Judged judged(RecordedWork work) throws IOException {
        Replay replay = replayer.replay(work.pack(file));
        assertThat(replay).isInstanceOf(Replay.Judged.class);
        return (Replay.Judged) replay;
    }

    private static List<String> named(Replay.Judged judged) {
        return judged.alterations().stream()
                .map(a -> a.part() + ": " + a.says())
                .toList();
    }

    private void assertNamed(RecordedWork work, String part, String words) throws IOException {
        Replay.Judged judged = judged(work);
        assertThat(judged.alterations()).as(named(judged).toString()).anySatisfy((Alteration a) -> {
            assertThat(a.part()).isEqualTo(part);
            assertThat(a.says()).contains(words);
        });
        assertThat(judged.exitCode()).isEqualTo(1);
    }

    @Test
    void honestWorkHoldsAndComesOutTheSame() throws Exception {
        Replay.Judged judged = judged(new RecordedWork());
        assertThat(named(judged)).isEmpty();
        assertThat(judged.differences()).isEmpty();
        assertThat(judged.notes()).isEmpty();
        assertThat(judged.report().verdict()).isEqualTo(Verdict.PASSED);
        assertThat(judged.exitCode()).isZero();
        Golden.check("replay-passed", painted(judged));
    }

    @Test
    void theManifestFitsItsPublishedSchema() throws Exception {
        String manifest = new String(
                Bundles.unzip(Files.readAllBytes(new RecordedWork().pack(file))).get("manifest.json"),
                StandardCharsets.UTF_8);
        JsonSchema schema = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
                .getSchema(Files.readString(HOME.resolve("docs/bundle.schema.json")));
        String kept = Files.readString(HOME.resolve("src/test/resources/bundle/passed/manifest.json"));
        for (String one : List.of(manifest, kept)) {
            assertThat(schema.validate(one, InputFormat.JSON)).isEmpty();
        }
        assertThat(schema.validate(manifest.replace("bundle/1", "bundle/2"), InputFormat.JSON))
                .isNotEmpty();
    }

    private String painted(Replay replay) throws IOException {
        Phrases phrases = Phrases.load(HOME.resolve("content/session/en.yaml"));
        return new Painter(Look.PLAIN)
                .paint(new ReplayText(phrases, 80, command -> command).lines(replay))
                .replace(file.toString(), "ada.zip");
    }

    @Test
    void aFileThatIsOnlyReplacedInTheZipIsNamed() throws Exception {
        Map<String, byte[]> files = Bundles.unzip(Files.readAllBytes(new RecordedWork().pack(file)));
        files.put("work/main.tf", "# nothing".getBytes(StandardCharsets.UTF_8));
        Replay.Judged judged = (Replay.Judged) replayer.replay(Bundles.zip(file, files));
        assertThat(named(judged)).anyMatch(n -> n.startsWith("work/main.tf: is not as it was"));
        assertThat(judged.differences()).isNotEmpty();
        assertThat(judged.exitCode()).isEqualTo(1);
    }

    @Test
    void codeThatWasNotJudgedIsNamedAlsoWhereTheManifestFits() throws Exception {
        RecordedWork work = new RecordedWork().text("work/main.tf", t -> t.replace("ON_DEMAND", "PROVISIONED"));
        assertNamed(work, "work/main.tf", "is not the one that the evidence was gathered from");
        assertNamed(work.claimedAsJudged(), Agreement.CODE_AND_PLAN, "PROVISIONED by the code (main.tf:11)");
        Replay.Judged judged = judged(work);
        assertThat(judged.differences()).extracting(Replay.Difference::what).contains("verdict", "stream-mode");
        Golden.check("replay-forged", painted(judged));
    }

    @Test
    void aResourceThatThePlanDoesNotKnowIsNamed() throws Exception {
        assertNamed(
                new RecordedWork()
                        .text("work/main.tf", t -> t.replace("\"datacenter_stream\"", "\"other\""))
                        .claimedAsJudged(),
                Agreement.CODE_AND_PLAN,
                "The code has aws_kinesis_stream.other");
        assertNamed(
                new RecordedWork()
                        .text("work/main.tf", t -> t.replace("us-east-1", "eu-west-1"))
                        .claimedAsJudged(),
                Agreement.CODE_AND_PLAN,
                "the code looks in eu-west-1");
        assertNamed(
                new RecordedWork().text("work/more.tf", t -> "# more"),
                "work/more.tf",
                "was not there when the evidence was gathered");
    }

    @Test
    void aReportThatClaimsMoreThanTheEvidenceGivesIsNamed() throws Exception {
        RecordedWork work = new RecordedWork()
                .json("report.json", report -> ((ObjectNode) report).put("score", 4))
                .json(
                        "report.json",
                        report -> ((ObjectNode) report.path("requirements").path(2)).put("status", "unmet"));
        Replay.Judged judged = judged(work);
        assertThat(judged.differences())
                .containsExactly(
                        new Replay.Difference("score", "4 of 5", "5 of 5"),
                        new Replay.Difference("region", "unmet (1 of 1)", "met (1 of 1)"));
        assertThat(judged.exitCode()).isEqualTo(1);
        assertNamed(new RecordedWork().without("report.json"), "report.json", "is missing");
        assertNamed(new RecordedWork().text("report.json", t -> "[]"), "report.json", "no report of this program");
    }

    @Test
    void aStateThatThePlanDidNotStartFromIsNamed() throws Exception {
        assertNamed(
                new RecordedWork().text("work/terraform.tfstate", t -> t.replace("\"serial\": 1", "\"serial\": 9")),
                "work/terraform.tfstate",
                "is not the one");
        assertNamed(
                new RecordedWork()
                        .text(
                                "work/terraform.tfstate",
                                t -> t.replace("\"name\": \"datacenter-stream\"", "\"name\": \"x\""))
                        .claimedAsJudged(),
                Agreement.STATE_AND_PLAN,
                "is called x in the state and datacenter-stream in the plan");
        assertNamed(
                new RecordedWork().without("work/terraform.tfstate").claimedAsJudged(),
                Agreement.STATE_AND_PLAN,
                "the state has no such resource");
        assertNamed(
                new RecordedWork()
                        .text("work/terraform.tfstate", t -> t.replace("us-east-1", "eu-west-1"))
                        .claimedAsJudged(),
                "cloud",
                "eu-west-1, and the evidence holds no answer");
    }

    @Test
    void aPlanThatDoesNotFitIsNamed() throws Exception {
        assertNamed(
                new RecordedWork()
                        .json("evidence/evidence.json", e -> ((ObjectNode) e.path("plan")).put("exitCode", 2)),
                "plan",
                "the plan itself has no change");
        RecordedWork seen = new RecordedWork()
                .json(
                        "evidence/plan.json",
                        plan -> mode(
                                plan.path("prior_state")
                                        .path("values")
                                        .path("root_module")
                                        .path("resources")
                                        .path(0)
                                        .path("values"),
                                "PROVISIONED"));
        assertNamed(seen, "evidence/plan.json", "is not the one");
        assertNamed(seen.claimedAsJudged(), Agreement.PLAN_AND_CLOUD, "PROVISIONED by the plan and ON_DEMAND by AWS");
        assertNamed(seen, "plan", "PROVISIONED by before");
    }

    private static void mode(JsonNode values, String mode) {
        ((ObjectNode) values.path("stream_mode_details").path(0)).put("stream_mode", mode);
    }

    @Test
    void answersOfAwsThatDoNotFitAreNamed() throws Exception {
        assertNamed(
                new RecordedWork().json("evidence/evidence.json", e -> {
                    ObjectNode answer =
                            (ObjectNode) e.path("cloud").path("answers").path(0);
                    answer.remove("found");
                    answer.put("absent", true);
                }),
                Agreement.PLAN_AND_CLOUD,
                "AWS says it is not there");
        assertNamed(
                new RecordedWork()
                        .json(
                                "evidence/evidence.json",
                                e -> mode(
                                        e.path("cloud")
                                                .path("answers")
                                                .path(0)
                                                .path("found")
                                                .path("attributes"),
                                        "PROVISIONED")),
                Agreement.PLAN_AND_CLOUD,
                "PROVISIONED by AWS");
        assertNamed(
                new RecordedWork().json("evidence/evidence.json", e -> ((ArrayNode)
                                e.path("cloud").path("answers"))
                        .removeAll()),
                "cloud",
                "the evidence holds no answer");
    }

    @Test
    void evidenceThatIsNoneIsRefused() throws Exception {
        assertThat(refused(new RecordedWork().without("evidence/evidence.json")))
                .contains("no evidence to judge");
        assertThat(refused(new RecordedWork().text("evidence/evidence.json", t -> "{")))
                .contains("is not JSON");
        assertThat(refused(new RecordedWork().text("evidence/plan.json", t -> "x")))
                .contains("is not JSON");
        assertThat(refused(
                        new RecordedWork().text("evidence/evidence.json", t -> t.replace("evidence/1", "evidence/2"))))
                .contains("plumbline/evidence/1");
    }

    private String refused(RecordedWork work) throws IOException {
        Replay replay = replayer.replay(work.pack(file));
        assertThat(replay).isInstanceOf(Replay.Refused.class);
        assertThat(replay.exitCode()).isEqualTo(3);
        return ((Replay.Refused) replay).why();
    }

    /** A stranger's record may name any path: none of this machine is read. */
    @Test
    void aRecordedBackendLeadsNowhere() throws Exception {
        Path secret = Files.writeString(file.resolveSibling("secret.tfstate"), "{\"version\": 4, \"serial\": 7}");
        RecordedWork work = new RecordedWork().json("evidence/evidence.json", e -> ((ObjectNode) e.path("folder"))
                .putObject("backend")
                .put("type", "local")
                .putObject("config")
                .put("path", secret.toString()));
        assertNamed(work, Agreement.STATE_AND_PLAN, "the state has no such resource");
    }

    /** Whatever a stranger writes into the evidence, there is an answer; and no other value passes for the honest one. */
    @Test
    void oddValuesInTheEvidenceNeverCrashTheReplay() throws Exception {
        Random random = new Random(3);
        for (int round = 0; round < 150; round++) {
            String part = List.of(
                            "evidence/evidence.json", "evidence/plan.json", "work/terraform.tfstate", "report.json")
                    .get(random.nextInt(4));
            RecordedWork work = new RecordedWork().json(part, root -> spoil(root, random));
            Replay replay = replayer.replay(work.claimedAsJudged().pack(file));
            assertThat(painted(replay)).as(part).isNotBlank();
            assertThat(ReplayJson.write(List.of(replay))).contains("plumbline/replay/1");
        }
    }

    private static void spoil(JsonNode root, Random random) {
        JsonNode here = root;
        while (true) {
            List<JsonNode> deeper = new ArrayList<>();
            here.forEach(inner -> {
                if (inner.isContainerNode() && !inner.isEmpty()) {
                    deeper.add(inner);
                }
            });
            if (deeper.isEmpty() || random.nextInt(4) == 0) {
                break;
            }
            here = deeper.get(random.nextInt(deeper.size()));
        }
        JsonNode odd =
                switch (random.nextInt(6)) {
                    case 0 -> NullNode.getInstance();
                    case 1 -> TextNode.valueOf("../".repeat(random.nextInt(9)) + "\u001b[31m{{x}}");
                    case 2 -> IntNode.valueOf(-random.nextInt());
                    case 3 -> JsonNodeFactory.instance.arrayNode().add(1).addNull();
                    case 4 ->
                        JsonNodeFactory.instance.objectNode().put("found", 1).put("type", "aws_kinesis_stream");
                    default -> BooleanNode.TRUE;
                };
        if (here instanceof ObjectNode object && !object.isEmpty()) {
            List<String> names = new ArrayList<>();
            object.fieldNames().forEachRemaining(names::add);
            object.set(names.get(random.nextInt(names.size())), odd);
        } else if (here instanceof ArrayNode array && !array.isEmpty()) {
            array.set(random.nextInt(array.size()), odd);
        }
    }

    @Test
    void theJsonSaysTheSame() throws Exception {
        Replay.Judged judged = judged(new RecordedWork());
        JsonNode root = new ObjectMapper()
                .readTree(ReplayJson.write(List.of(judged, new Replay.Refused(Path.of("x.zip"), "It is no zip."))));
        assertThat(root.path("schema").asText()).isEqualTo("plumbline/replay/1");
        JsonNode first = root.path("bundles").path(0);
        assertThat(first.path("holds").asBoolean()).isTrue();
        assertThat(first.path("report").path("schema").asText()).isEqualTo("plumbline/report/1");
        assertThat(root.path("bundles").path(1).path("error").asText()).isEqualTo("It is no zip.");
    }
}
