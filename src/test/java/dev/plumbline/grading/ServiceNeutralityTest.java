package dev.plumbline.grading;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What judges, runs Terraform and writes reports knows no service: Kinesis is in the sandbox, the cloud and the coach. */
class ServiceNeutralityTest {
    @ParameterizedTest
    @ValueSource(strings = {"grading", "terraform", "engine", "workspace", "report"})
    void namesNoServiceInCode(String area) throws IOException {
        List<String> found = new ArrayList<>();
        try (Stream<Path> files = Files.walk(Path.of("src/main/java/dev/plumbline", area))) {
            for (Path file : files.filter(f -> f.toString().endsWith(".java")).toList()) {
                for (String line : Files.readAllLines(file)) {
                    String code = line.strip();
                    boolean comment = code.startsWith("*") || code.startsWith("/*") || code.startsWith("//");
                    if (!comment && code.toLowerCase(Locale.ROOT).contains("kinesis")) {
                        found.add(file + ": " + code);
                    }
                }
            }
        }
        assertThat(found).isEmpty();
    }
}
