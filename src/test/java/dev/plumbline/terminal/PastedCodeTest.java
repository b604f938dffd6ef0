package dev.plumbline.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PastedCodeTest {
    private static final Instant NOW = Instant.parse("2026-01-31T09:00:00Z");
    private final PastedCode pasted = new PastedCode();

    @Test
    void allLinesOfABlockAreTaken() {
        assertThat(pasted.begins("resource \"aws_kinesis_stream\" \"s\" {", NOW))
                .isTrue();
        for (String line : List.of(
                "  name = \"datacenter-stream\"",
                "",
                "  stream_mode_details {",
                "    stream_mode = \"ON_DEMAND\" # not PROVISIONED",
                "  }",
                "  tags = {",
                "    Name = \"a\"",
                "  }",
                "}")) {
            assertThat(pasted.goesOn(line, NOW)).as(line).isTrue();
        }
        assertThat(pasted.goesOn("name = \"x\"", NOW)).as("behind the block").isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"quit", "terraform plan", "ls -l", "check", "echo done"})
    void aCommandIsNotTakenWithIt(String command) {
        assertThat(pasted.begins("provider \"aws\" {", NOW)).isTrue();
        assertThat(pasted.goesOn(command, NOW)).isFalse();
        assertThat(pasted.goesOn("}", NOW)).isFalse();
    }

    @Test
    void whatComesLaterIsTyped() {
        assertThat(pasted.begins("locals {", NOW)).isTrue();
        assertThat(pasted.goesOn("a = 1", NOW.plusSeconds(2))).isFalse();
    }
}
