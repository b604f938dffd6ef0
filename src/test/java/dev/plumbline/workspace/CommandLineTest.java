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
                    sleep 1 &                                  → sleep 1
                    false || true                              → false / true
                    terraform init -no-color | tail -1         → terraform init -no-color
                    yes | terraform apply; ls | wc             → terraform apply / ls
                    terraform plan 2>&1 >| out                 → terraform plan 2>&1 >| out
                    (cd .. && ls; true) && terraform plan      → (cd .. && ls; true) / terraform plan
                    ; && ;                                     → ~~
                    echo "half                                 → echo "half
                    terraform plan &&                          → terraform plan
                    """)
    void aLineIsTakenApartAsAShellDoes(String line, String commands) {
        assertThat(String.join(" / ", CommandLine.commands(line))).isEqualTo(commands);
    }

    /** -1: nobody knows. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '→',
            textBlock =
                    """
                    a            → 0 → 0
                    a            → 3 → 3
                    a && b       → 0 → 0 0
                    a && b       → 1 → -1 -1
                    a; b         → 0 → -1 0
                    a; b         → 1 → -1 1
                    a; b && c    → 0 → -1 0 0
                    a || b       → 0 → -1 -1
                    a || b; c    → 2 → -1 -1 2
                    a && b || c  → 0 → -1 -1 -1
                    a &          → 0 → -1
                    a | b        → 0 → -1
                    a | terraform plan → 1 → 1
                    a | terraform plan | b → 0 → -1
                    terraform plan | a && b → 0 → -1 0
                    """)
    void theExitCodeOfALineIsThatOfWhatItTellsOf(String line, int exit, String codes) {
        assertThat(CommandLine.ended(line, exit).stream().map(e -> String.valueOf(e.exit())))
                .containsExactly(codes.split(" "));
    }
}
