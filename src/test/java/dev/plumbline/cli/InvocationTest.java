package dev.plumbline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class InvocationTest {
    private static Invocation with(String... options) {
        return new Invocation("./lab", "kinesis-stream", List.of(options));
    }

    @Test
    void theWholeCommandNamesWhatWasNamed() {
        assertThat(with().of("check")).isEqualTo("./lab check kinesis-stream");
        assertThat(with("--dir", "D", "--aws", "http://127.0.0.1:5000").of("fix", "--apply"))
                .isEqualTo("./lab fix kinesis-stream --dir D --aws http://127.0.0.1:5000 --apply");
    }

    @Test
    void aShellReadsItAsItIsMeant() {
        assertThat(with("--dir", "it's my work").of("check"))
                .isEqualTo("./lab check kinesis-stream --dir 'it'\\''s my work'");
        assertThat(with("--dir", "~/$HOME;x").of("check")).isEqualTo("./lab check kinesis-stream --dir '~/$HOME;x'");
        assertThat(with("--dir", "").of("check")).endsWith("--dir ''");
    }

    @Test
    void whatATextNamesInShortIsCompleted() {
        Invocation invocation = with("--dir", "D");
        assertThat(invocation.complete("lab reset kinesis-stream brings the first stream back."))
                .isEqualTo("./lab reset kinesis-stream --dir D brings the first stream back.");
        assertThat(invocation.complete("lab fix kinesis-stream --apply"))
                .isEqualTo("./lab fix kinesis-stream --dir D --apply");
        assertThat(invocation.complete("lab doctor")).isEqualTo("./lab doctor");
        assertThat(invocation.complete("`lab read kinesis-adopt concepts`"))
                .isEqualTo("`./lab read kinesis-adopt concepts`");
    }

    @Test
    void whatIsNoCommandStaysAsItIs() {
        Invocation invocation = with("--dir", "D");
        for (String text : List.of("In this lab, read on.", "a lab started here", "./lab check kinesis-stream", "")) {
            assertThat(invocation.complete(text)).isEqualTo(text);
        }
    }
}
