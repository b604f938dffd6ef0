package dev.plumbline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The program as it is called, in this JVM. Nothing here needs terraform. */
@Isolated("catches what the program prints")
class MainTest {
    private final PrintStream realOut = System.out;
    private final PrintStream realErr = System.err;
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @TempDir
    private Path folder = Path.of(".");

    @BeforeEach
    void listen() {
        System.setOut(new PrintStream(out, true, StandardCharsets.UTF_8));
        System.setErr(new PrintStream(err, true, StandardCharsets.UTF_8));
    }

    @AfterEach
    void giveBack() {
        System.setOut(realOut);
        System.setErr(realErr);
    }

    private String out() {
        return out.toString(StandardCharsets.UTF_8);
    }

    private String err() {
        return err.toString(StandardCharsets.UTF_8);
    }

    @Test
    void theListNamesEveryLab() throws Exception {
        assertThat(Main.run("list", "--format", "json")).isZero();
        JsonNode labs = new ObjectMapper().readTree(out()).path("labs");
        assertThat(labs.findValuesAsText("id")).startsWith("kinesis-stream").contains("kinesis-provisioned");
        assertThat(err()).isEmpty();
    }

    @Test
    void withoutALiveStreamTheBeltSaysSoInOneLineAndOpensNothing() {
        assertThat(Main.run("stream", "kinesis-stream", "--dir", folder.toString()))
                .isEqualTo(1);
        assertThat(err()).startsWith("There is no live stream datacenter-stream in us-east-1 yet.");
        assertThat(err().strip()).doesNotContain("\n");
        assertThat(out()).isEmpty();
    }

    @Test
    void aLabWithoutAStreamHasNoBelt() {
        assertThat(Main.run("stream", "sqs-queue", "--dir", folder.toString())).isEqualTo(2);
        assertThat(err()).startsWith("The lab sqs-queue has no stream: it builds a queue");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void aLabThatNeedsAnotherAwsSaysSoBeforehandAndHowItIsBegun() {
        assertThat(Main.run("list")).isZero();
        assertThat(out().lines().filter(line -> line.contains("(needs --aws)")))
                .singleElement()
                .asString()
                .startsWith("sqs-queue");
        assertThat(Main.run("start", "sqs-queue", "--dir", folder.toString())).isEqualTo(2);
        assertThat(err())
                .startsWith("The built-in AWS has no sqs")
                .contains("moto_server -p 5000")
                .contains("start sqs-queue --dir " + folder + " --aws http://127.0.0.1:5000");
        assertThat(folder).isEmptyDirectory();
    }

    @Test
    void aProgramThatIsNotThereIsNamedInOurWords() {
        assertThat(Main.run("shell", "kinesis-stream", "--dir", folder.toString(), "--", "nosuch"))
                .isEqualTo(2);
        assertThat(err().strip()).isEqualTo("There is no program nosuch.");
    }

    @Test
    void wrongUsageIsCode2OnStandardErrorWithTheNearestRightWord() {
        assertThat(Main.run("check", "kinesis-strem")).isEqualTo(2);
        assertThat(err()).contains("no lab 'kinesis-strem'").contains("'kinesis-stream'");
        assertThat(Main.run("chek")).isEqualTo(2);
        assertThat(err()).contains("Did you mean: check");
        assertThat(Main.run("check", "kinesis-stream", "--format", "xml")).isEqualTo(2);
        assertThat(err()).contains("text, json, junit, tap, gradescope, prairielearn, github");
        assertThat(Main.run("check", "kinesis-stream", "--aws", "nowhere")).isEqualTo(2);
        assertThat(err()).contains("--aws takes");
        assertThat(Main.run("check")).isEqualTo(2);
        assertThat(err()).contains("LAB").contains("lab check --help");
        assertThat(Main.run("bench", "nothing")).isEqualTo(2);
        assertThat(out()).isEmpty();
    }

    /** As where the variable of {@code --dir "$WORK"} was never set. */
    @Test
    void anEmptyNameIsNotTheCurrentFolder() {
        assertThat(Main.run("check", "kinesis-stream", "--dir", "")).isEqualTo(2);
        assertThat(err()).contains("--dir is empty", "workspace/kinesis-stream");
        assertThat(Main.run("start", "kinesis-stream", "--dir", "")).isEqualTo(2);
    }

    @Test
    void aFileIsNoFolder() throws Exception {
        Path file = Files.writeString(folder.resolve("file"), "");
        assertThat(Main.run("check", "kinesis-stream", "--dir", file.toString(), "--format", "json"))
                .isEqualTo(2);
        assertThat(err()).contains("is not a folder");
        assertThat(out()).isEmpty();
    }

    @Test
    void aRefusedConnectionIsSaidAsAReportAtOnce() throws Exception {
        Files.writeString(folder.resolve("main.tf"), "resource \"aws_kinesis_stream\" \"a\" {\n  name = \"x\"\n}\n");
        int code = Main.run(
                "check",
                "kinesis-stream",
                "--dir",
                folder.toString(),
                "--aws",
                "http://127.0.0.1:1",
                "--format",
                "json");
        JsonNode report = new ObjectMapper().readTree(out());
        assertThat(report.path("verdict").asText()).isEqualTo("could-not-grade");
        assertThat(code).isEqualTo(4);
        assertThat(report.path("trouble").asText()).isNotEmpty();
    }

    @Test
    void aReportGoesToAFile() throws Exception {
        Files.createDirectories(folder.resolve("work/main.tf"));
        Path report = folder.resolve("report.json");
        assertThat(Main.run(
                        "check",
                        "kinesis-stream",
                        "--dir",
                        folder.resolve("work").toString(),
                        "--format",
                        "json",
                        "--output",
                        report.toString()))
                .isGreaterThanOrEqualTo(3);
        assertThat(new ObjectMapper().readTree(report.toFile()).path("schema").asText())
                .isEqualTo("plumbline/report/1");
        assertThat(out()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "check",
                "hint",
                "fix",
                "fix --undo",
                "fix --apply",
                "explain",
                "env",
                "stream --plain",
                "reset --yes",
                "destroy --yes",
                "shell -- true",
                "drill stream-deleted --plain"
            })
    void aFolderThatIsNotThereIsNeitherJudgedNorMade(String command) {
        Path missing = folder.resolve("no such");
        List<String> words = new ArrayList<>(List.of(command.split(" ")));
        words.addAll(1, List.of("kinesis-stream", "--dir", missing.toString()));
        assertThat(Main.run(words.toArray(String[]::new))).isEqualTo(2);
        assertThat(err()).contains("There is no folder " + missing, "lab start kinesis-stream --dir '" + missing + "'");
        assertThat(out()).isEmpty();
        assertThat(missing).doesNotExist();
    }

    @Test
    void whatANumberOrAWordHasToBeIsSaidWithoutTheTypesOfJava() {
        assertThat(Main.run("practice", "kinesis-stream", "--seed", "abc")).isEqualTo(2);
        assertThat(err()).startsWith("--seed takes a whole number such as 7, not 'abc'.");
        assertThat(Main.run("practice", "kinesis-stream", "--seed", "99999999999999999999"))
                .isEqualTo(2);
        assertThat(err()).contains("at most 9223372036854775807");
        assertThat(Main.run("bench", "start", "--rounds", "many")).isEqualTo(2);
        assertThat(err()).contains("--rounds takes a whole number such as 7, not 'many'.");
        assertThat(err()).doesNotContain(" int", " long");
    }

    @Test
    void aCommandOfTheSessionSaysWhereItsPlaceIs() {
        assertThat(Main.run("solution", "kinesis-stream")).isEqualTo(2);
        assertThat(err())
                .contains("'solution' is a command of the session", "lab start kinesis-stream")
                .contains("lab read kinesis-stream solution")
                .doesNotContain("Did you mean");
        for (String word : List.of("task", "progress", "clock", "quit", "exit", "help")) {
            assertThat(Main.run(word)).isEqualTo(2);
        }
        assertThat(err())
                .contains("'progress' is a command of the session", "lab list")
                .doesNotContain("Did you mean");
    }
}
