package dev.plumbline.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CommandLineTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '→',
            quoteCharacter = '~',
            textBlock =
                    """
                    terraform plan                             → terraform plan
                    terraform init && terraform apply          → terraform init / terraform apply
                    terraform init&&terraform apply; ls        → terraform init / terraform apply / ls
                    echo "a && b; c" && true                   → echo "a && b; c" / true
                    echo 'it\\' && true                        → echo 'it\\' / true
                    echo "a \\" && b" ; true                   → echo "a \\" && b" / true
                    echo \\; true                              → echo \\; true
                    sleep 1 &                                  → sleep 1 &
                    false || true                              → false || true
                    ; && ;                                     → ~~
                    echo "half                                 → echo "half
                    terraform plan &&                          → terraform plan
                    """)
    void aLineIsTakenApartAsAShellDoes(String line, String commands) {
        assertThat(String.join(" / ", CommandLine.commands(line))).isEqualTo(commands);
    }
}
