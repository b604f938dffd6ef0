package dev.plumbline.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ShippedLabsTest {
    private final LabCatalogue catalogue = new LabCatalogue(Path.of(""));

    @Test
    void theFirstLabComesFirstAndKeepsItsFiveIds() {
        assertThat(catalogue.ids()).startsWith("kinesis-stream").hasSizeGreaterThanOrEqualTo(6);
        assertThat(catalogue.load("kinesis-stream").requirements())
                .extracting(Requirement::id)
                .containsExactly("single-file", "stream-name", "region", "stream-mode", "no-changes");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "kinesis-stream",
                "kinesis-provisioned",
                "kinesis-adopt",
                "kinesis-drift",
                "kinesis-migrate",
                "sqs-queue"
            })
    void loadsAndLeavesNoTemplateTagBehind(String id) {
        for (long seed = 0; seed < 20; seed++) {
            Lab lab = catalogue.draw(id, seed);
            assertThat(lab.toString()).doesNotContain("{{parameters", "{{lab");
            assertThat(lab.subject().value()).isNotBlank();
        }
    }

    @Test
    void practiceDrawsProvisionedStreamsWithTheirShards() {
        List<Lab> drawn = java.util.stream.LongStream.range(0, 40)
                .mapToObj(seed -> catalogue.draw("kinesis-stream", seed))
                .toList();
        assertThat(drawn).allSatisfy(lab -> {
            boolean onDemand = lab.parameters().text("mode").equals("ON_DEMAND");
            assertThat(lab.parameters().values().get("onDemand")).isEqualTo(onDemand);
            assertThat(lab.requirement("shard-count").isPresent()).isEqualTo(!onDemand);
        });
        assertThat(drawn).extracting(lab -> lab.parameters().text("mode")).contains("ON_DEMAND", "PROVISIONED");
    }

    /** Practice stands beside the lab's own work, perhaps in the same account: its destroy must not meet that. */
    @ParameterizedTest
    @ValueSource(strings = {"kinesis-adopt", "kinesis-drift", "kinesis-migrate", "sqs-queue"})
    void practiceHasANameOfItsOwn(String id) {
        String own = catalogue.load(id).subject().value();
        for (long seed = 0; seed < 30; seed++) {
            assertThat(catalogue.draw(id, seed).subject().value())
                    .as("seed %d", seed)
                    .isNotEqualTo(own);
        }
    }

    /** What breaks a stream must not be mended by a new one: what was in it would be lost. */
    @ParameterizedTest
    @ValueSource(strings = {"mode-changed", "retention-changed", "tag-drift", "state-lost", "name-taken"})
    void aNewStreamMendsNoDrill(String id) {
        Lab lab = catalogue.load("kinesis-stream");
        Drill drill =
                lab.drills().stream().filter(d -> d.id().equals(id)).findFirst().orElseThrow();
        assertThat(drill.own()).anyMatch(requirement -> requirement.check() instanceof Check.Preserved);
        assertThat(drill.mistakes()).isNotEmpty();
    }

    /** A plan without changes also comes about where the file gives in: what a story wants back has to be asked for. */
    @Test
    void theGoalOfADrillIsWhatItsStoryAsksFor() {
        Lab lab = catalogue.load("kinesis-stream");
        Map<String, String> asked = Map.of(
                "mode-changed", "Attribute[resource=, attribute=stream_mode_details.stream_mode",
                "retention-changed", "Attribute[resource=, attribute=retention_period",
                "state-lost", "Preserved[]",
                "name-taken", "Preserved[]",
                "tag-drift", "NothingIgnored[]",
                "wrong-region", "NowhereElse[]");
        asked.forEach((id, check) -> {
            Drill drill = lab.drills().stream()
                    .filter(d -> d.id().equals(id))
                    .findFirst()
                    .orElseThrow();
            assertThat(lab.inDrill(drill).requirements())
                    .as(id)
                    .anyMatch(requirement -> requirement.check().toString().startsWith(check));
        });
    }

    @Test
    void anUnknownLabIsAnsweredWithTheNearest() {
        assertThatThrownBy(() -> catalogue.load("kinesis-strem"))
                .isInstanceOf(LabFileException.class)
                .hasMessageContaining("Did you mean 'kinesis-stream'?");
    }

    @Test
    void everyLabKeepsRightAndWrongAnswers() {
        for (Lab lab : catalogue.list()) {
            List<LabCase> cases = CaseReader.read(lab);
            assertThat(cases).as(lab.id()).anyMatch(LabCase::expectsPass).anyMatch(one -> !one.expectsPass());
            assertThat(cases).allSatisfy(one -> assertThat(one.directory().resolve("main.tf"))
                    .isRegularFile());
        }
        assertThat(CaseReader.read(catalogue.load("kinesis-stream"))).hasSizeGreaterThan(30);
    }
}
