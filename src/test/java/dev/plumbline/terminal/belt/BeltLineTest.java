package dev.plumbline.terminal.belt;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.text.SessionPhrases;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BeltLineTest {
    private final BeltLine lines = new BeltLine(SessionPhrases.english(), List.of("check", "hint"));

    @Test
    void whatIsRightIsRead() {
        assertThat(lines.read("put alpha hello  you")).isEqualTo(new BeltOrder.Put("alpha", "hello  you"));
        assertThat(lines.read(" PUT k ")).isEqualTo(new BeltOrder.Put("k", "{}"));
        assertThat(lines.read("send")).isEqualTo(new BeltOrder.Send(10));
        assertThat(lines.read("send 5,000")).isEqualTo(new BeltOrder.Send(5000));
        assertThat(lines.read("burst")).isEqualTo(new BeltOrder.Burst("hot-key"));
        assertThat(lines.read("burst k")).isEqualTo(new BeltOrder.Burst("k"));
        assertThat(lines.read("flood 5")).isEqualTo(new BeltOrder.Flood(5));
        assertThat(lines.read("reader g")).isEqualTo(new BeltOrder.Join("g", 10, false));
        assertThat(lines.read("reader g 1 start")).isEqualTo(new BeltOrder.Join("g", 1, true));
        assertThat(lines.read("reader g start 1")).isEqualTo(new BeltOrder.Join("g", 1, true));
        assertThat(lines.read("pause g")).isEqualTo(new BeltOrder.Pause("g", true));
        assertThat(lines.read("resume g")).isEqualTo(new BeltOrder.Pause("g", false));
        assertThat(lines.read("?")).isEqualTo(new BeltOrder.Help());
        assertThat(lines.read("quit")).isEqualTo(new BeltOrder.Leave());
    }

    @ParameterizedTest
    @CsvSource({
        "send 0, 0 is not a whole number from 1 to 5000. The right form: send [N]",
        "send abc, abc is not a whole number",
        "send 99999999, 99999999 is not a whole number from 1 to 5000",
        "send 99999999999999, is not a whole number",
        "send 5 6, 6 is one word too many",
        "reader x -5, -5 is not a whole number from 1 to 10000. The right form: reader NAME [N] [start]",
        "reader y abc, abc is not a whole number",
        "reader y 1 2, 2 is one word too many",
        "reader y start start, start is not a whole number",
        "reader, reader needs one more word",
        "put, put needs one more word. The right form: put KEY [DATA]",
        "pause, The right form: pause NAME",
        "resume, The right form: resume NAME",
        "spread 9, The right form: spread",
        "flood 1000, from 1 to 60",
        "look now, now is one word too many",
        "back now, now is one word too many",
        "lok, Did you mean look?",
        "reeder x, Did you mean reader?",
        "status, There is no command status on the belt. look shows",
        "foo, There is no command foo on the belt",
        "terraform plan, terraform works outside, back leaves it.",
        "lab check, lab works outside",
        "hint, hint works outside",
        "!ls, works outside"
    })
    void whatIsWrongIsNamedWithTheRightForm(String typed, String why) {
        assertThat(lines.read(typed)).isInstanceOfSatisfying(BeltOrder.Wrong.class, wrong -> assertThat(wrong.why())
                .contains(why));
    }
}
