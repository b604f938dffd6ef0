package dev.plumbline.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.text.SessionPhrases;
import dev.plumbline.workbench.CloudChanges;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class AfterApplyTest {
    private static final int WAITING = 20;
    private static final Duration LONG = Duration.ofSeconds(25);
    private static final String HERE = "arn:aws:kinesis:us-east-1:123456789012:stream/datacenter-stream";
    private static final String THERE = "arn:aws:kinesis:us-west-2:123456789012:stream/datacenter-stream";

    private static final StateGlance NONE = new StateGlance(0, Map.of(), true);
    private static final StateGlance ONE = new StateGlance(1, Map.of("aws_kinesis_stream.s", HERE), true);
    private static final StateGlance LATER = new StateGlance(4, ONE.ids(), true);
    private static final StateGlance ELSEWHERE = new StateGlance(4, Map.of("aws_kinesis_stream.s", THERE), true);

    @Test
    void aFirstCreateTellsOfTheWaiting() {
        assertThat(done(NONE, ONE, "CreateStream")).contains("1 new. 20 of the 25 seconds");
        assertThat(apply(NONE, ONE, "AddTagsToStream").done(Duration.ofSeconds(2), WAITING))
                .contains("1 new.")
                .doesNotContain("waiting");
    }

    @Test
    void anApplyWithNothingToDoSaysSo() {
        assertThat(done(ONE, ONE)).isEqualTo("There was nothing to change. The state lists 1, as before.");
    }

    @Test
    void aStreamThatWasMissingIsCreatedAgain() {
        assertThat(done(ONE, LATER, "CreateStream")).contains("is created again");
    }

    @Test
    void whatDifferedIsPutRight() {
        assertThat(done(ONE, LATER, "UpdateStreamMode")).contains("is put right");
        assertThat(new AfterApply(ONE, LATER, Optional.empty(), SessionPhrases.english()).done(LONG, WAITING))
                .contains("is put right");
    }

    @Test
    void anotherOneInThePlaceOfTheOldIsNamed() {
        assertThat(done(ELSEWHERE, ONE, "CreateStream")).contains(HERE + " in place of " + THERE);
    }

    @Test
    void lessIsLess() {
        assertThat(done(ONE, NONE, "DeleteStream")).contains("1 less in the state");
    }

    @Test
    void whatWasStoppedIsToldByWhatAwsWasAskedFor() {
        assertThat(apply(NONE, NONE).stopped())
                .isEqualTo("Nothing was changed: AWS and the state are as they were before.");
        assertThat(apply(NONE, NONE, "CreateStream").stopped()).contains("(CreateStream)");
        assertThat(apply(NONE, ONE, "CreateStream").stopped()).contains("stands in the state");
        assertThat(new AfterApply(NONE, NONE, Optional.empty(), SessionPhrases.english()).stopped())
                .contains("AWS may have it all the same");
    }

    private static String done(StateGlance then, StateGlance now, String... operations) {
        return apply(then, now, operations).done(LONG, WAITING);
    }

    private static AfterApply apply(StateGlance then, StateGlance now, String... operations) {
        List<CloudChanges.Change> changes = Stream.of(operations)
                .map(operation -> new CloudChanges.Change(operation, Instant.EPOCH))
                .toList();
        return new AfterApply(then, now, Optional.of(changes), SessionPhrases.english());
    }
}
