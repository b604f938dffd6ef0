package dev.plumbline.terraform;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TerraformVersionTest {
    @ParameterizedTest
    @CsvSource({"1.6.6, true", "0.13.7, true", "1.7.0, false", "1.11.4, false", "2.0.0, false", "1.13.0-beta1, false"})
    void olderThanTheOldest(String text, boolean older) {
        TerraformVersion version = TerraformVersion.parse(text);
        assertThat(version.isKnown()).isTrue();
        assertThat(version.compareTo(TerraformVersion.OLDEST) < 0).isEqualTo(older);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "one", "1.2", "v1.2.3", "99999999999.0.0"})
    void whatIsNoVersionIsNotKnown(String text) {
        assertThat(TerraformVersion.parse(text).isKnown()).isFalse();
    }

    @Test
    void theWordsOfOldVersionsAreReadToo() {
        assertThat(TerraformVersion.announced("Terraform v0.12.31\n\nYour version is out of date!")
                        .text())
                .isEqualTo("0.12.31");
        assertThat(TerraformVersion.announced("not Terraform").isKnown()).isFalse();
    }
}
