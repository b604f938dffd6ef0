package dev.plumbline.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SimpleConstraintsTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "= 5.100.0",
                "5.100.0",
                ">= 5",
                ">=5.0",
                "~> 5.0",
                "~> 5.100.0",
                "~> 5.99",
                "< 6",
                "> 5.99.9",
                "!= 5.99.0",
                "<= 5.100.0",
                ">= 4.0, < 6.0",
            })
    void met(String constraint) {
        assertThat(SimpleConstraints.surelyMet("5.100.0", List.of(constraint))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "= 5.99.0",
                "~> 4.0",
                "~> 5.99.0",
                "~> 5.101",
                "< 5.100.0",
                "> 5.100.0",
                "!= 5.100.0",
                ">= 4.0, < 5.0",
                // Left to Terraform, met or not:
                "~> 5",
                "= 5.100",
                "> 5",
                ">= 5.0-beta",
                "five",
                "",
                ">= 5,",
                "99999999999.0.0",
            })
    void notMetOrNotCertain(String constraint) {
        assertThat(SimpleConstraints.surelyMet("5.100.0", List.of(constraint))).isFalse();
    }

    @Test
    void allMustBeMetByAReleasedVersion() {
        assertThat(SimpleConstraints.surelyMet("5.100.0", List.of("~> 5.0", "= 5.100.0")))
                .isTrue();
        assertThat(SimpleConstraints.surelyMet("5.100.0", List.of("~> 5.0", "= 5.99.0")))
                .isFalse();
        assertThat(SimpleConstraints.surelyMet("6.0.0-beta1", List.of(">= 5.0")))
                .isFalse();
    }

    @Test
    void pinnedIsWhatIsNamedItself() {
        assertThat(SimpleConstraints.pinned("5.100.0", List.of("~> 5.0", "= 5.100.0")))
                .isTrue();
        assertThat(SimpleConstraints.pinned("5.100.0", List.of("5.100.0"))).isTrue();
        assertThat(SimpleConstraints.pinned("5.100.0", List.of("~> 5.0", ">= 5.100.0")))
                .isFalse();
    }
}
