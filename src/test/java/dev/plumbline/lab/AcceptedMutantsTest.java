package dev.plumbline.lab;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AcceptedMutantsTest {
    @ParameterizedTest
    @CsvSource({
        "*made-anew, cloud/made-anew, true",
        "*made-anew, cloud/made-anew-twice, false",
        "literal/*=null, literal/a.b=null, true",
        "literal/*, drop/a, false",
        "cloud/tag-added, cloud/tag-added, true",
        "cloud/tag-added, cloud/tag-added-2, false"
    })
    void aStarStandsForAnyText(String pattern, String id, boolean matches) {
        assertThat(new AcceptedMutants.Entry(pattern, "").matches(id)).isEqualTo(matches);
    }

    @Test
    void anEntryIsUnneededOnlyWhereItsMutantWasTried() {
        AcceptedMutants accepted = new AcceptedMutants(Stream.of("cloud/tag-added", "drop/gone", "literal/*=null")
                .map(mutant -> new AcceptedMutants.Entry(mutant, "a reason"))
                .toList());
        List<String> tried = List.of("literal/a=null", "drop/a");
        assertThat(accepted.unneeded(tried, List.of("literal/a=null"), false)).isEmpty();
        assertThat(accepted.unneeded(tried, List.of(), false)).containsExactly("literal/*=null");
        assertThat(accepted.unneeded(tried, List.of(), true))
                .containsExactly("cloud/tag-added", "drop/gone", "literal/*=null");
    }
}
