package dev.plumbline.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jline.reader.LineReader;
import org.jline.reader.LineReaderBuilder;
import org.jline.terminal.Terminal;
import org.jline.terminal.impl.DumbTerminal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LineHistoryTest {
    @Test
    void halfACharacterDoesNotCostTheWholeHistory(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("history");
        save(file, "whole 🙂 and half \ud83d", "terraform plan");
        assertThat(Files.readString(file, StandardCharsets.UTF_8))
                .contains("whole 🙂 and half ?")
                .contains("terraform plan");
    }

    @Test
    void aFolderThatIsGoneIsNotMadeAnewForIt(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("w").resolve(".plumbline").resolve("history");
        save(file, "terraform plan");
        assertThat(folder).isEmptyDirectory();
    }

    private static void save(Path file, String... lines) throws IOException {
        LineHistory history = new LineHistory(file);
        try (Terminal terminal = new DumbTerminal(new ByteArrayInputStream(new byte[0]), new ByteArrayOutputStream())) {
            LineReader reader = LineReaderBuilder.builder()
                    .terminal(terminal)
                    .history(history)
                    .build();
            reader.setVariable(LineReader.HISTORY_FILE, file);
            history.attach(reader);
            for (String line : lines) {
                history.add(line);
            }
            history.save();
        }
    }
}
