package dev.plumbline.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class PaletteTest {
    @ParameterizedTest
    @CsvSource({
        "xterm-256color, '',      MIDDLE",
        "tmux-256color,  '0;15',  MIDDLE",
        "xterm-direct,   '',      MIDDLE",
        "xterm,          '',      EIGHT",
        "xterm,          '0;15',  EIGHT",
        "rxvt,           '15;0',  EIGHT_ON_DARK",
        "rxvt,           '7;default;0', EIGHT_ON_DARK",
        "linux,          '',      EIGHT_ON_DARK",
        "screen,         '',      EIGHT",
    })
    void itFollowsFromTheTerminalsName(String term, String colours, Palette palette) {
        assertThat(Palette.of(Map.of("TERM", term, "COLORFGBG", colours))).isEqualTo(palette);
    }

    @Test
    void terminalsWithoutColourGetNone() {
        for (String term : new String[] {"vt100", "vt220", "dumb", "", "xterm-mono"}) {
            assertThat(Look.of(Map.of("TERM", term), true, 80).colour())
                    .as(term)
                    .isFalse();
        }
        assertThat(Look.of(Map.of("TERM", "xterm"), true, 80).colour()).isTrue();
    }

    /** Contrast as WCAG 2.2 defines it: to white and to black, of every colour that is used where the background is unknown. */
    @ParameterizedTest
    @EnumSource(Tone.class)
    void everyColourReadsOnWhiteAndOnBlack(Tone tone) {
        for (String parameter : tone.sgr(Palette.MIDDLE).replace("38;5;", "#").split(";")) {
            if (parameter.startsWith("#")) {
                double light = luminance(Integer.parseInt(parameter.substring(1)));
                assertThat(1.05 / (light + 0.05)).as("on white").isGreaterThan(3.8);
                assertThat((light + 0.05) / 0.05).as("on black").isGreaterThan(3.8);
            }
        }
        assertThat(tone.sgr(Palette.EIGHT)).doesNotContainPattern("\\b(3[0234567]|9\\d)\\b(?<!35)");
    }

    /** Of a colour of the 256: the cube of 6 by 6 by 6 from 16 on, the greys from 232 on. */
    private static double luminance(int colour) {
        if (colour >= 232) {
            return linear(8 + 10 * (colour - 232));
        }
        int cube = colour - 16;
        return 0.2126 * linear(level(cube / 36))
                + 0.7152 * linear(level(cube / 6 % 6))
                + 0.0722 * linear(level(cube % 6));
    }

    private static int level(int step) {
        return step == 0 ? 0 : 55 + 40 * step;
    }

    private static double linear(int channel) {
        double c = channel / 255.0;
        return c <= 0.04045 ? c / 12.92 : Math.pow((c + 0.055) / 1.055, 2.4);
    }
}
