package dev.plumbline.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.report.SampleReports;
import dev.plumbline.terminal.belt.BeltAnswers;
import dev.plumbline.text.Look;
import dev.plumbline.text.Painter;
import dev.plumbline.text.Phrases;
import dev.plumbline.text.SessionPhrases;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** {@code ?} against what there is: no command, no key and no command of the belt is missing. */
class HelpTest {
    private static final Phrases PHRASES = SessionPhrases.english();
    private static final Path TERMINAL = Path.of("src/main/java/dev/plumbline/terminal");

    private static final LabRun LAB =
            new SampleLab(Path.of("workspace", "kinesis-stream"), new Exercise.Whole(), SampleReports.unwritten());

    private final String shown =
            new Painter(Look.PLAIN).paint(HelpCommand.lines(Commands.table().all(), LAB, PHRASES, 80));

    @Test
    void theCommandForASecondTerminalIsWhole() {
        assertThat(shown).containsPattern("(?m)^  \\S*lab shell kinesis-stream$");
    }

    @Test
    void everyCommandIsShownWithWhatItDoes() {
        for (SessionCommand command : Commands.table().all()) {
            assertThat(shown).containsPattern("(?m)^  " + command.name() + "\\b.* {2,}\\S");
        }
    }

    @Test
    void everyOtherNameOfACommandIsShown() {
        for (String other : List.of("?", "exit", "logout")) {
            assertThat(Commands.table().find(other, "kinesis-stream")).as(other).isPresent();
            assertThat(shown).contains(other);
        }
    }

    @Test
    void everyKeyThatHasWordsIsShown() {
        Set<String> keys = PHRASES.keys().stream()
                .filter(key -> key.startsWith("key.") && key.endsWith(".name"))
                .collect(Collectors.toSet());
        assertThat(keys).hasSizeGreaterThan(5);
        keys.forEach(key -> assertThat(shown).contains(PHRASES.say(key)));
    }

    @Test
    void everyCommandOfTheBeltIsInItsHelpUnderItsColumn() throws IOException {
        String source = Files.readString(TERMINAL.resolve("belt").resolve("BeltLine.java"));
        Set<String> understood = new TreeSet<>();
        Matcher cases = Pattern.compile("case (\"[a-z\", ]+) ->").matcher(source);
        while (cases.find()) {
            Matcher name = Pattern.compile("\"([a-z]+)\"").matcher(cases.group(1) + "\"");
            while (name.find()) {
                understood.add(name.group(1));
            }
        }
        understood.remove("help");
        String help = new Painter(Look.PLAIN).paint(BeltAnswers.help(PHRASES, 80));
        assertThat(understood).contains("put", "resume", "look");
        understood.forEach(name -> assertThat(help).containsPattern("(?m)^  " + name + "\\b"));
        assertThat(help).containsPattern("(?m)^  back\\b").containsPattern("(?m)^ {28}\\S");
        assertThat(help).doesNotContainPattern("(?m)^ {0,1}\\S");
    }
}
