package dev.plumbline.authoring.lint;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.plumbline.coaching.Coach;
import dev.plumbline.lab.CaseReader;
import dev.plumbline.lab.Lab;
import dev.plumbline.lab.LabCatalogue;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Each rule, and the shipped labs under all those that ask no provider. */
class LabLintTest {
    private static final LabCatalogue LABS = new LabCatalogue(Path.of(""));

    static List<String> ids() {
        return LABS.ids();
    }

    @ParameterizedTest
    @MethodSource("ids")
    void theShippedLabsAreClean(String id) {
        Scene scene = scene(LABS.load(id), Map.of());

        for (LintRule rule : List.of(
                new StructureRule(),
                new RequirementRule(),
                new HintRule(),
                new CatalogueRule(),
                new TextRule(),
                new LinkRule(),
                new ReadingRule())) {
            assertThat(rule.check(scene)).as(rule.getClass().getSimpleName()).isEmpty();
        }
    }

    @Test
    void aWrongAttributeIsToldWithTheNearestRightOne() throws IOException {
        ProviderFacts facts = ProviderFacts.of(
                new ObjectMapper()
                        .readTree(
                                """
                {"provider_schemas": {"registry.terraform.io/hashicorp/aws": {"resource_schemas": {"aws_kinesis_stream":
                  {"block": {"attributes": {"name": {"type": "string"}, "retention_period": {"type": "number"},
                   "tags": {"type": ["map", "string"]}}, "block_types": {"stream_mode_details":
                    {"block": {"attributes": {"stream_mode": {"type": "string"}}}}}}}}}}}
                """));

        assertThat(facts.find("aws_kinesis_stream", "stream_mode_details.stream_mode"))
                .isEqualTo(new ProviderFacts.Found.Attribute("string"));
        assertThat(facts.find("aws_kinesis_stream", "tags.Owner"))
                .isEqualTo(new ProviderFacts.Found.Attribute("string"));
        assertThat(facts.find("aws_kinesis_stream", "retention"))
                .isEqualTo(new ProviderFacts.Found.Nothing(
                        "retention", List.of("name", "retention_period", "stream_mode_details", "tags")));
        List<Remark> told = new FactRule(types -> facts).check(scene(LABS.load("kinesis-provisioned"), Map.of()));
        assertThat(told)
                .extracting(remark -> remark.problem().says())
                .containsExactly(
                        "'shard-count' speaks of 'shard_count', and aws_kinesis_stream has no 'shard_count'",
                        "'tags' speaks of 'tags_all', and aws_kinesis_stream has no 'tags_all'");
        assertThat(told.get(1).problem().next()).isEqualTo("Known: name, retention_period, stream_mode_details, tags");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Read `read nonsense` first.|there is no text 'nonsense' to read",
                "See [this](gone.md).|the link leads nowhere: gone.md",
                "See [this](http://example.com).|a link without https: http://example.com"
            })
    void deadLinksAreTold(String text, String says) {
        assertThat(new LinkRule().check(scene(LABS.load("kinesis-stream"), Map.of("task.md", text))))
                .extracting(remark -> remark.problem().says())
                .containsExactly(says);
    }

    @Test
    void anUnknownVariableIsToldAtItsPlace() {
        assertThat(new TextRule()
                        .check(scene(LABS.load("kinesis-stream"), Map.of("task.md", "a\nb {{parameters.strem}}\n"))))
                .extracting(remark -> remark.problem().toString())
                .containsExactly(
                        "content/kinesis-stream/task.md:2:3: unknown variable 'parameters.strem'. Did you mean "
                                + "'parameters.stream'?");
    }

    @Test
    void aValueThatPracticeDrawsIsNotWrittenOut() {
        assertThat(new TextRule()
                        .check(scene(LABS.load("kinesis-stream"), Map.of("task.md", "Call it datacenter-stream."))))
                .extracting(remark -> remark.problem().next())
                .containsExactly("Write {{parameters.stream}}");
    }

    @Test
    void hardTextsAreTold() {
        String hard = "You simply need considerable organisational infrastructure comprehension. ".repeat(12);

        assertThat(new ReadingRule().check(scene(LABS.load("kinesis-stream"), Map.of("task.md", hard))))
                .extracting(remark -> remark.problem().says())
                .anyMatch(says -> says.startsWith("reads like school year"))
                .anyMatch(says -> says.startsWith("the line is longer"))
                .anyMatch(says -> says.startsWith("'simply' makes little"));
    }

    private static Scene scene(Lab lab, Map<String, String> instead) {
        Map<String, String> texts = new LinkedHashMap<>(instead.isEmpty() ? Scene.textsOf(lab) : instead);
        return new Scene(
                lab,
                List.of(lab, LABS.draw(lab.id(), 1), LABS.draw(lab.id(), 2), LABS.draw(lab.id(), 3)),
                CaseReader.read(lab),
                Coach.of(Path.of("")).knownMistakes(lab),
                texts);
    }
}
