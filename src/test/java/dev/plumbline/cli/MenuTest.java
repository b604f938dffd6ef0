package dev.plumbline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MenuTest {
    private final StringWriter shown = new StringWriter();

    private String answered(String answers) throws IOException {
        var lab = new Menu(new PrintWriter(shown)).ask(new BufferedReader(new StringReader(answers)), 0);
        return lab == null ? "none" : lab.id();
    }

    @ParameterizedTest
    @CsvSource({"1,kinesis-stream", "'',kinesis-stream", " kinesis-adopt ,kinesis-adopt", "q,none", "exit,none"})
    void anAnswerIsTaken(String answer, String lab) throws IOException {
        assertThat(answered(answer + "\n")).isEqualTo(lab);
        assertThat(shown.toString()).doesNotContain("none of these");
    }

    @Test
    void whatIsNotInTheListIsSaidAndAskedAgain() throws IOException {
        assertThat(answered("99\n0\nkinesis\n1\n")).isEqualTo("kinesis-stream");
        assertThat(shown.toString().split("is none of these labs", -1)).hasSize(4);
        assertThat(shown.toString()).contains("99 is none of these labs. Type a number from 1 to ");
    }

    @Test
    void whoSaysNothingMoreHearsThatNothingWasBegun() throws IOException {
        assertThat(answered("99\n")).isEqualTo("none");
        assertThat(shown.toString().lines()).last().asString().contains("nothing was begun");
    }

    @Test
    void everyRowFitsATerminal() throws Exception {
        new Menu(new PrintWriter(shown)).show();
        assertThat(shown.toString().lines()).allSatisfy(line -> assertThat(line).hasSizeLessThanOrEqualTo(80));
        assertThat(shown.toString()).contains("From provisioned to on-demand, in place");
    }
}
