package dev.plumbline.terminal.belt;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.cloud.StreamTraffic.TrafficException;
import dev.plumbline.text.Line;
import dev.plumbline.text.Phrases;
import dev.plumbline.text.SessionPhrases;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Every order has an answer, and a load has its lesson. */
@Timeout(120)
class BeltAnswersTest {
    private static final Phrases PHRASES = SessionPhrases.english();

    private static String answer(BeltGround ground, Belt belt, BeltOrder order, boolean inWords)
            throws TrafficException {
        List<Line> lines =
                new BeltAnswers(PHRASES, inWords, () -> 80, new Random(7), "Read on.").carryOut(order, belt, ground);
        return lines.stream().map(Line::text).collect(Collectors.joining("\n"));
    }

    @Test
    void aRecordIsAnsweredWithItsKeyHashShardNumberAndData() throws Exception {
        try (BeltGround ground = BeltGround.provisioned(4);
                Belt belt = ground.belt()) {
            BeltOrder put = new BeltOrder.Put("alpha", "hello there");
            assertThat(answer(ground, belt, put, false))
                    .matches("alpha       hash 2c17  → shard 0  number 495…\\d{14}  hello there");
            assertThat(answer(ground, belt, put, true))
                    .matches("alpha: hash 2c17, shard 0, number 495\\d{53}, data hello there");
            assertThat(answer(ground, belt, new BeltOrder.Put("alpha", "x".repeat(9000)), true))
                    .hasSizeLessThan(200)
                    .endsWith("x…");
        }
    }

    @Test
    void aBurstIsRefusedInPartAndTheLessonIsThatOfTheMode() throws Exception {
        try (BeltGround ground = BeltGround.onDemand();
                Belt belt = ground.belt()) {
            assertThat(answer(ground, belt, new BeltOrder.Burst("hot"), false))
                    .contains(": 1000 taken")
                    .contains("refused: 2000,")
                    .contains("a second's worth on top")
                    .contains("On-demand does not help here")
                    .contains("last 30 days")
                    .endsWith("Read on.");
        }
        try (BeltGround ground = BeltGround.provisioned(1);
                Belt belt = ground.belt()) {
            assertThat(answer(ground, belt, new BeltOrder.Burst("hot"), false))
                    .contains("refused: 2000,")
                    .contains("More shards do not help one key")
                    .doesNotContain("On-demand");
        }
    }

    @Test
    void manyKeysSpreadAndWhatIsTooMuchForTheShardsIsSaid() throws Exception {
        try (BeltGround ground = BeltGround.onDemand();
                Belt belt = ground.belt()) {
            assertThat(answer(ground, belt, new BeltOrder.Spread(), false))
                    .doesNotContain("refused")
                    .contains("open now: 4")
                    .contains("within the limit: 4000 records a second");
        }
        try (BeltGround ground = BeltGround.provisioned(2);
                Belt belt = ground.belt()) {
            assertThat(answer(ground, belt, new BeltOrder.Spread(), false))
                    .contains("refused: 1000,")
                    .contains("you raise shard_count");
        }
    }

    @Test
    void aFloodIsToldBySecondsAndAProvisionedStreamStaysAsItIs() throws Exception {
        try (BeltGround ground = BeltGround.provisioned(1);
                Belt belt = ground.belt()) {
            String answer = answer(ground, belt, new BeltOrder.Flood(4), false);
            assertThat(ground.said())
                    .hasSize(4)
                    .contains("second 1: 1500 records sent, 0 refused; open shards: 1")
                    .last()
                    .asString()
                    .contains("500 refused");
            assertThat(answer).contains("In 4 seconds 6000 records were sent").contains("PROVISIONED stays as it is");
        }
    }

    /** Its seconds are those of the clock: what was meant to be sent in one says nothing of what was. */
    @Test
    void aFloodOnASlowMachineBlamesNeitherTheShardsNorAws() throws Exception {
        try (BeltGround ground = BeltGround.onDemand().slowedBy(Duration.ofMillis(1900));
                Belt belt = ground.belt()) {
            assertThat(answer(ground, belt, new BeltOrder.Flood(9), false))
                    .contains("In 10 seconds")
                    .contains("and 0 of them refused")
                    .containsPattern("That is \\d{3,4} records a second, and the shards, 4 of them, take 4000")
                    .contains("This machine came to no more")
                    .doesNotContain("let it pass");
            assertThat(ground.said()).hasSize(5).first().asString().startsWith("second 2:");
        }
    }

    @Test
    void aFloodMakesUpForWhatALittleSlownessHasCost() throws Exception {
        try (BeltGround ground = BeltGround.provisioned(1).slowedBy(Duration.ofMillis(150));
                Belt belt = ground.belt()) {
            assertThat(answer(ground, belt, new BeltOrder.Flood(4), false))
                    .containsPattern("In 4(\\.\\d)? seconds 5[5-9]\\d\\d records")
                    .doesNotContain(" 0 of them refused")
                    .contains("PROVISIONED stays as it is");
        }
    }

    @Test
    void aLongKeyDoesNotTouchItsHash() throws Exception {
        try (BeltGround ground = BeltGround.provisioned(1);
                Belt belt = ground.belt()) {
            assertThat(answer(ground, belt, new BeltOrder.Put("abcdefghijklmnopqrstuvwx", "x"), false))
                    .startsWith("abcdefghijklmnopqrstuvwx hash 0c0e  → shard 0");
            belt.addReader("a-consumer-of-long-name", 5, false);
            assertThat(answer(ground, belt, new BeltOrder.Look(), false)).contains("a-consumer-of-long-name 0 read");
        }
    }

    @Test
    void whatOnDemandDidAboutAFloodIsSaid() {
        BeltPicture now = new BeltPicture("s", "ON_DEMAND", List.of(), List.of(), 0);
        BeltMorals morals = new BeltMorals(PHRASES, "");
        assertThat(morals.flood(now, new Flood.Outcome(12, 72_000, 9000, 4, 8)))
                .contains("4 shards became 8")
                .contains("takes the real one minutes");
        assertThat(morals.flood(now, new Flood.Outcome(3, 18_000, 2000, 4, 4)))
                .contains("not at once")
                .contains("4000 records a second");
        assertThat(morals.flood(now, new Flood.Outcome(1, 6000, 0, 4, 4))).contains("within the limits");
        assertThat(morals.flood(now, new Flood.Outcome(13.24, 51_000, 0, 4, 4)))
                .contains("In 13.2 seconds 51000 records", "That is 3852 records a second")
                .doesNotContain("let it pass");
        assertThat(morals.flood(now, new Flood.Outcome(12, 72_000, 0, 4, 4))).contains("This AWS let it pass");
    }

    @Test
    void consumersAreAnsweredByName() throws Exception {
        try (BeltGround ground = BeltGround.provisioned(1);
                Belt belt = ground.belt()) {
            belt.put(BeltScript.sameKey(3, "k"));
            assertThat(answer(ground, belt, new BeltOrder.Join("g", 5, true), false))
                    .isEqualTo("g reads from the start, at most 5 a second from each shard. Records ahead of it: 3.");
            assertThat(answer(ground, belt, new BeltOrder.Join("g", 5, true), false))
                    .contains("already");
            assertThat(answer(ground, belt, new BeltOrder.Pause("nobody", true), false))
                    .isEqualTo("There is no consumer nobody. There are: analytics, archive, g.");
            assertThat(answer(ground, belt, new BeltOrder.Pause("g", true), false))
                    .contains("stands still. Records ahead of it: 3.");
            assertThat(answer(ground, belt, new BeltOrder.Pause("g", false), false))
                    .contains("g goes on");
        }
    }
}
