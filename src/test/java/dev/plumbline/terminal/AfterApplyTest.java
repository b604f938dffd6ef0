package dev.plumbline.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.terminal.AfterApply.Nothing;
import dev.plumbline.text.SessionPhrases;
import dev.plumbline.workbench.CloudCall;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class AfterApplyTest {
    private static final Duration LONG = Duration.ofSeconds(25);
    private static final String NAME = "datacenter-stream";
    private static final String HERE = "arn:aws:kinesis:us-east-1:123456789012:stream/datacenter-stream";
    private static final String THERE = "arn:aws:kinesis:us-west-2:123456789012:stream/datacenter-stream";
    private static final String RENAMED = "arn:aws:kinesis:us-east-1:123456789012:stream/renamed";

    private static final StateGlance NONE = new StateGlance(0, Map.of(), true);
    private static final StateGlance EMPTIED = new StateGlance(3, Map.of(), true);
    private static final StateGlance ONE = state(1, HERE);
    private static final StateGlance LATER = state(4, HERE);
    private static final StateGlance ELSEWHERE = state(4, THERE);

    @Test
    void aFirstCreateTellsOfTheWaiting() {
        assertThat(done(NONE, ONE, call("CreateStream"), call("IncreaseStreamRetentionPeriod")))
                .isEqualTo("Terraform has built what your file describes and wrote it into its state: 1 new. "
                        + "20 of the 25 seconds were the provider's own waiting.");
    }

    @Test
    void anImportBuildsNothingHoweverLongItTook() {
        assertThat(done(NONE, ONE)).contains("what was there already: " + HERE).doesNotContain("built");
        assertThat(done(NONE, ONE, call("AddTagsToStream")))
                .contains("what was there already")
                .contains("AddTagsToStream");
    }

    @Test
    void anApplyWithNothingToDoSaysSo() {
        assertThat(done(ONE, ONE)).isEqualTo("There was nothing to change. The state lists 1, as before.");
        assertThat(done(ONE, LATER)).contains("AWS was not asked to change anything");
    }

    @Test
    void aStreamThatWasMissingIsCreatedAgain() {
        assertThat(done(ONE, LATER, call("CreateStream"))).contains("missing in AWS and is created again");
        assertThat(done(ONE, LATER, call("DeleteStream"), call("CreateStream"))).contains("built it anew: " + HERE);
    }

    @Test
    void whatWasChangedIsNamedAndNotJudged() {
        assertThat(done(ONE, LATER, call("RemoveTagsFromStream")))
                .isEqualTo("What Terraform had AWS change, so that it is as the file says: RemoveTagsFromStream.");
    }

    @Test
    void anotherOneInThePlaceOfTheOldIsNamed() {
        assertThat(done(ELSEWHERE, ONE, call("CreateStream")))
                .contains(HERE + " in place of " + THERE)
                .contains("AWS was not asked to delete that one");
        assertThat(done(ONE, state(4, RENAMED), call("DeleteStream"), call("CreateStream", "us-east-1", "renamed")))
                .isEqualTo("Terraform has deleted " + HERE + ", with all that was in it, and built " + RENAMED
                        + " in its place.");
    }

    @Test
    void whatIsGoneIsSaidToBeGoneWhereItWasDeleted() {
        assertThat(destroyed(ONE, call("DeleteStream")))
                .isEqualTo("All that the state listed is gone from AWS. "
                        + "10 of the 25 seconds were the provider's own waiting.");
        assertThat(done(ONE, EMPTIED, call("DeleteStream")))
                .contains("gone from AWS")
                .doesNotContain("your file");
    }

    @Test
    void aDestroyThatMeetsAnotherOneOfThatNameHasNotDeletedWhatTheStateListed() {
        assertThat(destroyed(ELSEWHERE, call("DeleteStream")))
                .contains("deleted datacenter-stream in us-east-1, which is not what the state listed")
                .contains("no longer lists " + THERE)
                .contains("if it still exists")
                .doesNotContain("gone from AWS")
                .doesNotContain("waiting");
    }

    @Test
    void aDestroyWithNothingToDestroySaysSo() {
        assertThat(apply(EMPTIED, EMPTIED).done(LONG, Nothing.TO_DESTROY))
                .isEqualTo("There was nothing to destroy: the state lists nothing.");
        assertThat(apply(NONE, NONE).done(LONG, Nothing.TO_DESTROY)).contains("nothing to destroy");
        assertThat(destroyed(ELSEWHERE)).contains("AWS was not asked to delete it");
    }

    @Test
    void whereTheCallsAreNotKnownTheStateAloneIsSpokenOf() {
        assertThat(unknown(NONE, ONE).done(LONG, Nothing.TO_DO))
                .isEqualTo("Terraform has done what your file describes and noted it in its state, which lists 1 now, "
                        + "1 more than before. 20 of the 25 seconds were the provider's own waiting.");
        assertThat(unknown(NONE, ONE).done(Duration.ofSeconds(3), Nothing.TO_DO))
                .doesNotContain("waiting");
        assertThat(unknown(NONE, ONE).done(LONG, Nothing.KNOWN))
                .isEqualTo("The state lists 1 now, 1 more than before.");
        assertThat(unknown(ONE, EMPTIED).done(LONG, Nothing.TO_DESTROY))
                .isEqualTo("The state lists nothing any more. 10 of the 25 seconds were the provider's own waiting.");
        StateGlance queue = new StateGlance(1, Map.of("module.m.aws_sqs_queue.q", "http://aws/q"), true);
        assertThat(unknown(NONE, queue).done(LONG, Nothing.TO_DO)).contains("25 of the 25 seconds");
        assertThat(unknown(ONE, LATER).done(LONG, Nothing.TO_DO)).contains("was written anew");
        assertThat(unknown(ONE, ELSEWHERE).done(LONG, Nothing.TO_DO))
                .isEqualTo("The state now lists " + THERE + " in place of " + HERE + ".");
        assertThat(unknown(NONE, NONE).done(LONG, Nothing.TO_DO)).isEmpty();
    }

    @Test
    void whatIsNotOfAwsIsCountedOnly() {
        StateGlance data = new StateGlance(2, Map.of("terraform_data.d", "0b2c"), true);
        assertThat(done(NONE, data)).isEqualTo("The state lists 1 now, 1 more than before.");
    }

    @Test
    void whatTheStateDoesNotListIsNotClaimedToBeThere() {
        assertThat(done(NONE, NONE, call("CreateStream"))).contains("the state in this folder does not know of it");
    }

    @Test
    void aRefreshTellsWhetherItFoundAnything() {
        assertThat(apply(ONE, ONE).refreshed()).contains("nothing new to note");
        assertThat(apply(ONE, LATER).refreshed()).contains("AWS itself and your file stay as they are");
        assertThat(apply(NONE, NONE).refreshed()).isEmpty();
    }

    @Test
    void anImportThatFoundNothingNamesWhatItLookedFor() {
        CloudCall refused = new CloudCall(
                "DescribeStreamSummary", "us-east-1", "legacy-order", false, Optional.of("ResourceNotFoundException"));
        assertThat(apply(NONE, NONE, refused).notImported()).contains("AWS has no legacy-order in us-east-1");
        assertThat(apply(NONE, NONE).notImported()).startsWith("Nothing was imported");
        assertThat(apply(NONE, ONE).imported()).contains(HERE);
    }

    @Test
    void whatWasStoppedIsToldByWhatAwsWasAskedFor() {
        assertThat(apply(NONE, NONE).stopped())
                .isEqualTo("Nothing was changed: AWS and the state are as they were before.");
        assertThat(apply(NONE, NONE, call("CreateStream")).stopped()).contains("does not know of it");
        assertThat(apply(ONE, ONE, call("UpdateStreamMode")).stopped()).contains("UpdateStreamMode");
        assertThat(apply(NONE, ONE, call("CreateStream")).stopped()).contains("stands in the state");
        assertThat(unknown(NONE, NONE).stopped()).contains("AWS may have it all the same");
    }

    private static StateGlance state(long serial, String id) {
        return new StateGlance(serial, Map.of("aws_kinesis_stream.s", id), true);
    }

    private static CloudCall call(String operation) {
        return call(operation, "us-east-1", NAME);
    }

    private static CloudCall call(String operation, String region, String name) {
        return new CloudCall(operation, region, name, true, Optional.empty());
    }

    private static String done(StateGlance then, StateGlance now, CloudCall... calls) {
        return apply(then, now, calls).done(LONG, Nothing.TO_DO);
    }

    private static String destroyed(StateGlance then, CloudCall... calls) {
        return apply(then, EMPTIED, calls).done(LONG, Nothing.TO_DESTROY);
    }

    private static AfterApply apply(StateGlance then, StateGlance now, CloudCall... calls) {
        return new AfterApply(then, now, Optional.of(Stream.of(calls).toList()), SessionPhrases.english());
    }

    private static AfterApply unknown(StateGlance then, StateGlance now) {
        return new AfterApply(then, now, Optional.<List<CloudCall>>empty(), SessionPhrases.english());
    }
}
