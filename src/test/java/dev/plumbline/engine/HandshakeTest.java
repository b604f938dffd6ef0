package dev.plumbline.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumbline.engine.EngineUnavailable.Reason;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HandshakeTest {
    @Test
    void readsBothProtocols() throws EngineUnavailable {
        assertThat(Handshake.parse("1|5|unix|/tmp/plugin1|grpc|")).isEqualTo(new Handshake(5, Path.of("/tmp/plugin1")));
        assertThat(Handshake.parse("1|6|unix|/tmp/p|grpc||true\n")).isEqualTo(new Handshake(6, Path.of("/tmp/p")));
        assertThat(Handshake.parse("1|5|unix|/tmp/p|grpc").protocol()).isEqualTo(5);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "This binary is a plugin.",
                "1|5|unix|/tmp/p",
                "2|5|unix|/tmp/p|grpc|",
                "1|4|unix|/tmp/p|grpc|",
                "1|7|unix|/tmp/p|grpc|",
                "1|5|tcp|127.0.0.1:1234|grpc|",
                "1|5|unix||grpc|",
                "1|5|unix|/tmp/p|netrpc|",
                "1|5|unix|/tmp/p|grpc|MIIB...",
            })
    void refusesWhatItDoesNotSpeak(String line) {
        assertThatThrownBy(() -> Handshake.parse(line))
                .isInstanceOfSatisfying(
                        EngineUnavailable.class, e -> assertThat(e.reason()).isEqualTo(Reason.UNKNOWN_PROTOCOL))
                .hasMessageStartingWith("The provider cannot be kept warm: ")
                .hasMessageEndingWith(".");
    }
}
