package dev.plumbline.terminal.belt;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.cloud.StreamTraffic;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What the belt says of shards and consumers against what is in the stream. */
@Timeout(120)
class BeltTest {
    private final Random random = new Random(7);

    private static BeltPicture.ReaderState reader(Belt belt, String name) {
        return belt.picture().readers().stream()
                .filter(reader -> reader.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static long held(Belt belt) {
        return belt.picture().lanes().stream()
                .mapToLong(BeltPicture.LaneState::count)
                .sum();
    }

    @Test
    void whatWasThereBeforeIsAheadOfAConsumerFromTheStartAndBehindOneFromNow() throws Exception {
        try (BeltGround ground = BeltGround.provisioned(2)) {
            try (StreamTraffic before = ground.traffic()) {
                before.put(BeltScript.generate(400, random));
            }
            try (Belt belt = ground.belt()) {
                assertThat(held(belt)).isEqualTo(400);
                assertThat(belt.addReader("g", 100, true).orElseThrow().lag()).isEqualTo(400);
                ground.seconds(1, belt);
                assertThat(reader(belt, "g").read()).isEqualTo(200);
                assertThat(reader(belt, "g").lag()).isEqualTo(200);
                assertThat(reader(belt, "analytics").lag()).isZero();
                belt.pause("analytics", true);
                belt.put(BeltScript.generate(5, random));
                assertThat(reader(belt, "analytics").lag()).isEqualTo(5);
                assertThat(reader(belt, "g").lag()).isEqualTo(205);
                belt.pause("analytics", false);
                ground.seconds(3, belt);
                assertThat(reader(belt, "analytics").read()).isEqualTo(5);
                assertThat(reader(belt, "analytics").lag()).isZero();
                assertThat(reader(belt, "g").lag()).isZero();
            }
        }
    }

    @Test
    void whatOthersPutIsCountedToo() throws Exception {
        try (BeltGround ground = BeltGround.provisioned(1);
                Belt belt = ground.belt();
                StreamTraffic other = ground.traffic()) {
            belt.pause("archive", true);
            belt.put(BeltScript.generate(2, random));
            other.put(BeltScript.sameKey(3, "theirs"));
            ground.seconds(1, belt);
            assertThat(held(belt)).isEqualTo(5);
            assertThat(reader(belt, "archive").lag()).isEqualTo(5);
            assertThat(reader(belt, "analytics").read()).isEqualTo(5);
            assertThat(belt.picture().lanes().get(0).latest().get(0).key()).isEqualTo("theirs");
        }
    }

    @Test
    void aConsumerThatStoodStillForLongReadsOnWhereItWas() throws Exception {
        try (BeltGround ground = BeltGround.provisioned(1);
                Belt belt = ground.belt()) {
            belt.put(BeltScript.generate(4, random));
            ground.seconds(1, belt);
            belt.pause("analytics", true);
            belt.put(BeltScript.generate(3, random));
            ground.forward(Duration.ofMinutes(6)); // longer than an iterator lives
            belt.pause("analytics", false);
            ground.seconds(2, belt);
            assertThat(reader(belt, "analytics").read()).isEqualTo(7);
            assertThat(reader(belt, "analytics").lag()).isZero();
        }
    }

    @Test
    void consumersFollowIntoTheShardsThatASplitOpens() throws Exception {
        try (BeltGround ground = BeltGround.onDemand();
                Belt belt = ground.belt()) {
            belt.addReader("fast", 10_000, true);
            for (int second = 0; second < 8; second++) {
                belt.put(BeltScript.sameKey(1500, "hot"));
                ground.seconds(1, belt);
            }
            assertThat(belt.picture().open()).hasSizeGreaterThan(4);
            assertThat(belt.picture().closed()).isNotEmpty();
            ground.seconds(6, belt);
            assertThat(reader(belt, "fast").read()).isEqualTo(held(belt)).isGreaterThan(8000);
            assertThat(reader(belt, "fast").lag()).isZero();
        }
    }

    @Test
    void numbersShownOfRecordsOfOneMillisecondGrow() throws Exception {
        try (BeltGround ground = BeltGround.provisioned(1);
                Belt belt = ground.belt()) {
            assertThat(belt.put(BeltScript.sameKey(10, "k")).stream()
                            .map(receipt -> SequenceText.of(String.valueOf(receipt.sequence())))
                            .toList())
                    .isSorted()
                    .doesNotHaveDuplicates()
                    .allMatch(shown -> shown.length() == 18 && shown.split("…", -1).length == 2);
        }
    }

    @Test
    void nobodyAndTheNameOfAnotherAreRefused() throws Exception {
        try (BeltGround ground = BeltGround.provisioned(1);
                Belt belt = ground.belt()) {
            assertThat(belt.pause("nobody", true)).isEqualTo(Belt.Pause.NOBODY);
            assertThat(belt.pause("archive", false)).isEqualTo(Belt.Pause.AS_BEFORE);
            assertThat(belt.pause("archive", true)).isEqualTo(Belt.Pause.DONE);
            assertThat(belt.addReader("archive", 1, true)).isEmpty();
        }
    }
}
