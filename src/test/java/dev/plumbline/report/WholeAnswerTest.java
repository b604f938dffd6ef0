package dev.plumbline.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.grading.Diagnosis;
import java.util.List;
import org.junit.jupiter.api.Test;

class WholeAnswerTest {
    private static final String RESOURCE = "resource \"aws_kinesis_stream\" \"s\" {\n  name = \"a\"\n}\n";
    private static final String PROVIDER = "provider \"aws\" {\n  region = \"us-east-1\"\n}\n";

    @Test
    void aResourceWhereThereIsNoneIsTheAnswer() {
        assertThat(isWritten("\n" + RESOURCE, "")).isTrue();
        assertThat(isWritten("\n" + RESOURCE, PROVIDER)).isTrue();
        assertThat(isWritten(PROVIDER + "\n" + RESOURCE, "Please make me a stream.\n"))
                .isTrue();
        assertThat(isWritten(RESOURCE, "# " + RESOURCE.replace("\n", "\n# "))).isTrue();
    }

    @Test
    void aChangeOfTheLearnersOwnIsNot() {
        assertThat(isWritten(PROVIDER, RESOURCE)).isFalse();
        assertThat(isWritten("stream_mode_details {\n    stream_mode = \"ON_DEMAND\"\n  }", RESOURCE))
                .isFalse();
        assertThat(isWritten(RESOURCE, RESOURCE.replace("}", ""))).isFalse();
        assertThat(isWritten("resource", "data \"aws_kinesis_stream\" \"s\" {\n}\n"))
                .isFalse();
    }

    private static boolean isWritten(String newText, String present) {
        Diagnosis.Fix fix = new Diagnosis.Fix("write it", List.of(new Diagnosis.Edit("main.tf", 1, 1, 1, 1, newText)));
        return WholeAnswer.isWrittenBy(fix, SampleReports.files(present));
    }
}
