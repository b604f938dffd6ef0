package com.example.labs;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** What docs/authoring.md shows is what is compiled and tried here. */
class GuideTest {
    private static final String HERE = "src/test/java/com/example/labs/";

    @Test
    void showsTheCheckAsItIs() throws Exception {
        assertThat(Files.readString(Path.of("docs/authoring.md")))
                .contains("```java\n" + Files.readString(Path.of(HERE + "NameBeginsWithTeam.java")) + "```\n")
                .contains(HERE + "SqsQueues.java");
    }
}
