package dev.plumbline.lab;

import static org.assertj.core.api.Assertions.assertThat;

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
}
