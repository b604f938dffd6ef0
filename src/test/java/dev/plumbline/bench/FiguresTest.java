package dev.plumbline.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

class FiguresTest {
    @Test
    void theMedianIsTheMiddleOneAndBetweenTheMiddleTwo() {
        assertThat(Samples.of(5, 1, 900).median()).isEqualTo(5);
        assertThat(Samples.of(4, 1, 900, 2).median()).isEqualTo(3);
        assertThatThrownBy(Samples::of).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void spreadIsSaidWithTheMedian() {
        assertThat(Samples.of(412.4, 398.2, 450).words()).isEqualTo("412 ms (398 to 450, 3 rounds)");
        assertThat(Samples.of(0.25, 0.31, 12).words()).isEqualTo("0.3 ms (0.3 to 12, 3 rounds)");
    }

    @Test
    void dotsOfANameAreObjectsInJson() {
        Figures figures = Figures.of(
                new Figures.Figure("plan.ratio", 0.10662, ""),
                new Figures.Figure("plan.warmMs", 320, ""),
                new Figures.Figure("cpu.ratio", 1.0 / 60, ""));
        assertThat(FiguresJson.write(figures))
                .isEqualToIgnoringWhitespace("{\"plan\":{\"ratio\":0.107,\"warmMs\":320},\"cpu\":{\"ratio\":0.017}}");
        assertThat(FiguresJson.write(Map.of("engine", figures)))
                .isEqualToIgnoringWhitespace(
                        "{\"engine\":{\"plan\":{\"ratio\":0.107,\"warmMs\":320},\"cpu\":{\"ratio\":0.017}}}");
    }
}
