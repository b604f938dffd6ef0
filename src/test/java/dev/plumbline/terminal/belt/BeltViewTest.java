package dev.plumbline.terminal.belt;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.cloud.StreamTraffic.Lane;
import dev.plumbline.cloud.StreamTraffic.Parcel;
import dev.plumbline.text.Golden;
import dev.plumbline.text.Line;
import dev.plumbline.text.Look;
import dev.plumbline.text.Painter;
import dev.plumbline.text.Phrases;
import dev.plumbline.text.SessionPhrases;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The belt on a screen and in sentences. */
class BeltViewTest {
    private static final Phrases PHRASES = SessionPhrases.english();
    private static final BigInteger QUARTER = BigInteger.ONE.shiftLeft(126);

    private static BeltPicture picture() {
        List<BeltPicture.LaneState> lanes = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            BigInteger from = QUARTER.multiply(BigInteger.valueOf(i));
            Lane lane =
                    new Lane("shardId-00000000000" + i, from, from.add(QUARTER).subtract(BigInteger.ONE), i != 3);
            List<Parcel> latest = i == 1
                    ? List.of()
                    : List.of(
                            new Parcel("web-" + i, "{\"click\":\"/page/3\"}"),
                            new Parcel("sensor-7", "{\"celsius\":21.5}"));
            String number = i == 1 ? "" : "495" + "0".repeat(31) + i + "00" + "1795723798114" + "00000" + i;
            lanes.add(new BeltPicture.LaneState(lane, i == 1 ? 0 : 4121 * (i + 1L), i == 2, latest, number));
        }
        return new BeltPicture(
                "datacenter-stream",
                "ON_DEMAND",
                lanes,
                List.of(
                        new BeltPicture.ReaderState("analytics", 500, 1200, 0, false, false),
                        new BeltPicture.ReaderState("g", 1, 16, 4105, true, true)),
                762);
    }

    private static String painted(List<Line> lines) {
        return new Painter(Look.PLAIN).paint(lines);
    }

    @Test
    void onAScreen() {
        String shown = painted(new BeltView(picture()).lines(PHRASES, 80, 24));
        Golden.check("belt-80", shown);
        assertThat(shown.lines()).allMatch(line -> line.length() < 80);
        Golden.check("belt-120", painted(new BeltView(picture()).lines(PHRASES, 120, 40)));
    }

    @Test
    void aNarrowScreenKeepsTheLag() {
        String shown = painted(new BeltView(picture()).lines(PHRASES, 60, 15));
        assertThat(shown).contains("1200 read  lag 0").contains("16 read  lag 4105+  paused");
    }

    @Test
    void anAwsThatDoesNotAnswerIsShownAndSaid() {
        BeltPicture known = picture();
        BeltPicture now =
                new BeltPicture(known.stream(), known.mode(), known.lanes(), known.readers(), known.refused(), true);
        assertThat(painted(new BeltView(now).lines(PHRASES, 80, 24))).contains("AWS does not answer");
        assertThat(painted(BeltWords.of(now, PHRASES))).contains("AWS does not answer. This is what was known last:");
        assertThat(painted(BeltWords.of(known, PHRASES))).doesNotContain("does not answer");
    }

    /** Colour adds nothing that is not in the words: without it the same screen is left. */
    @Test
    void inColour() {
        for (int width : new int[] {80, 120}) {
            List<Line> lines = new BeltView(picture()).lines(PHRASES, width, width == 80 ? 24 : 40);
            String shown = new Painter(new Look(true, true, width)).paint(lines);
            Golden.check("belt-" + width + "-colour", shown);
            assertThat(shown.replaceAll("\u001b\\[[0-9;]*m", "")).isEqualTo(painted(lines));
        }
    }

    @Test
    void inWords() {
        String shown = painted(BeltWords.of(picture(), PHRASES));
        Golden.check("belt-words", shown);
        assertThat(shown).doesNotContain("━").contains("4950");
    }
}
