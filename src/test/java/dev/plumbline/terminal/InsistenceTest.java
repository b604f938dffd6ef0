package dev.plumbline.terminal;

import static dev.plumbline.terminal.Insistence.Answer.END;
import static dev.plumbline.terminal.Insistence.Answer.NONE;
import static dev.plumbline.terminal.Insistence.Answer.TELL;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;

class InsistenceTest {
    private final Insistence insistence = new Insistence();
    private Instant now = Instant.parse("2026-01-31T09:00:00Z");

    @Test
    void theThirdTellsAndTheSixthEnds() {
        assertThat(pressAfter(0)).isEqualTo(NONE);
        assertThat(pressAfter(1)).isEqualTo(NONE);
        assertThat(pressAfter(5)).isEqualTo(TELL);
        assertThat(insistence.missing()).isEqualTo(3);
        assertThat(pressAfter(1)).isEqualTo(NONE);
        assertThat(pressAfter(1)).isEqualTo(NONE);
        assertThat(pressAfter(1)).isEqualTo(END);
    }

    @Test
    void pressesFarApartMeanSomethingElse() {
        for (int i = 0; i < 20; i++) {
            assertThat(pressAfter(6)).isEqualTo(NONE);
        }
    }

    @Test
    void aPauseBeginsTheCountAnew() {
        pressAfter(0);
        pressAfter(1);
        pressAfter(1);
        assertThat(pressAfter(60)).isEqualTo(NONE);
        assertThat(insistence.missing()).isEqualTo(5);
    }

    private Insistence.Answer pressAfter(int seconds) {
        now = now.plusSeconds(seconds);
        return insistence.press(now);
    }
}
