package dev.plumbline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

class CommandsTest {
    static Iterable<String> names() {
        return Commands.NAMES;
    }

    @ParameterizedTest
    @MethodSource("names")
    void aKnownWordBringsThatCommandAndNoOther(String name) {
        CommandLine root = new CommandLine(new Main());
        Commands.addTo(root, name, "kinesis-stream");
        assertThat(root.getSubcommands()).containsOnlyKeys(name);
        CommandLine added = root.getSubcommands().values().iterator().next();
        assertThat(added.getCommandName()).isEqualTo(name);
        assertThat(added.getCommandSpec().usageMessage().description()).isNotEmpty();
    }

    @Test
    void anythingElseBringsThemAll() {
        for (String[] words : new String[][] {{}, {"--help"}, {"chek"}}) {
            CommandLine root = new CommandLine(new Main());
            Commands.addTo(root, words);
            assertThat(root.getSubcommands().keySet()).containsExactlyElementsOf(Commands.NAMES);
        }
    }
}
