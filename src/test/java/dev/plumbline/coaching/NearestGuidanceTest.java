package dev.plumbline.coaching;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.terraform.Diagnostic;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearestGuidanceTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            textBlock =
                    """
                    Invalid lock                  | The dependency lock file records checksums of another package             | checksums
                    Invalid workspace state       | The selected workspace has a state of its own, another workspace has it   | workspace
                    Quotes are not closed         | A quoted text has a quote at its start, the closing quote is missing      | quote
                    """)
    void isTheEntryThatSpeaksOfTheSameThings(String summary, String detail, String telling) {
        assertThat(NearestGuidance.to(message(summary, detail), catalogue(), Map.of()))
                .hasValueSatisfying(
                        said -> assertThat(said).containsIgnoringCase(telling).contains("lab read"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = "Zork!|Frobnication of the quux|")
    void nothingNearIsNoGuidance(String summary, String detail) {
        assertThat(NearestGuidance.to(message(summary, detail), catalogue(), Map.of()))
                .isEmpty();
    }

    private static Catalogue catalogue() {
        return Catalogues.of(Bench.HOME, Bench.LAB.mistakes());
    }

    private static Diagnostic message(String summary, String detail) {
        return new Diagnostic("error", summary, detail, null, null, null, null);
    }
}
