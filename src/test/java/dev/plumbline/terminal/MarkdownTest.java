package dev.plumbline.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.terminal.markdown.Markdown;
import dev.plumbline.text.DisplayWidth;
import dev.plumbline.text.Golden;
import dev.plumbline.text.Line;
import dev.plumbline.text.Look;
import dev.plumbline.text.Painter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class MarkdownTest {
    private static final String SAMPLE =
            """
            # A stream, 流れ

            A paragraph with **strong**, *gentle* and `code` words that goes on for longer than the eighty columns it
            may have, 日本語の文字は二列分の幅を取るので折り返しの位置も変わります and so on.

            ## Lists

            - one
            - two, with a continuation that is long enough to be wrapped onto a second line of the terminal
              1. inner
              2. inner too

            > Quoted.

            | status | meaning |
            |---|---|
            | `met` | every layer that is needed shows it, and this cell is so long that it has to be wrapped somewhere |
            | `unmet` | shown not to hold |

            ```hcl
            resource "aws_kinesis_stream" "s" { # a comment
              name  = "datacenter-stream"
              count = 1
            }
            ```

            ```sh
            terraform plan   # looks
            ```

            [a link](https://developer.hashicorp.com/terraform)
            """;

    @Test
    void everyKindOfBlock() {
        Golden.check("markdown-plain", paint(SAMPLE, Look.PLAIN));
        Golden.check("markdown-colour", paint(SAMPLE, new Look(true, true, 80)));
        Golden.check("markdown-ascii-40", paint(SAMPLE, new Look(false, false, 40)));
    }

    @Test
    void everyShippedTextFitsEveryWidth() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("content"))) {
            List<Path> texts = files.filter(f -> f.toString().endsWith(".md")).toList();
            assertThat(texts).isNotEmpty();
            for (Path text : texts) {
                for (int width : new int[] {60, 80, 120}) {
                    List<Line> lines = Markdown.render(Files.readString(text), new Look(false, true, width));
                    assertThat(lines).as(text + " at " + width).allSatisfy(line -> assertThat(
                                    DisplayWidth.of(line.text()))
                            .isLessThanOrEqualTo(Math.min(width, Markdown.WIDEST)));
                }
            }
        }
    }

    @Test
    void theOpeningEndsBeforeTheSecondHeading() {
        assertThat(Markdown.opening(SAMPLE)).contains("A paragraph").doesNotContain("## Lists");
    }

    @Test
    void anEscapeSequenceInATextIsMadeHarmless() {
        assertThat(paint("before \u001b[2J after", Look.PLAIN))
                .doesNotContain("\u001b")
                .contains("after");
    }

    private static String paint(String text, Look look) {
        return new Painter(look).paint(Markdown.render(text, look));
    }
}
