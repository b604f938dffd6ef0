package dev.plumbline.terminal;

import dev.plumbline.text.Line;
import dev.plumbline.text.Phrases;
import dev.plumbline.text.Tone;
import dev.plumbline.text.Wrap;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/** {@code ?}: every command and every key. */
final class HelpCommand {
    private static final int COLUMN = 27;
    private static final List<String> KEYS =
            List.of("tab", "up", "search", "ctrl-c", "ctrl-d", "ctrl-z", "ctrl-l", "pager");

    private HelpCommand() {}

    static List<Line> lines(Collection<SessionCommand> commands, LabRun lab, Phrases phrases, int width) {
        List<Line> out = new ArrayList<>();
        out.add(Line.of(phrases.say("help.commands"), Tone.HEADING));
        for (SessionCommand command : commands) {
            String typed = command.arguments().isEmpty() ? command.name() : command.name() + " " + command.arguments();
            out.addAll(row(typed, phrases.say("help." + command.name()), width));
        }
        out.add(Line.EMPTY);
        out.add(Line.of(phrases.say("help.shell"), Tone.HEADING));
        out.addAll(Wrap.at(width, Line.of(phrases.say("help.shell-more"))));
        out.add(Line.of("  " + WayBack.shell(lab), Tone.COMMAND)); // unbroken, to be copied
        out.add(Line.EMPTY);
        out.add(Line.of(phrases.say("help.keys"), Tone.HEADING));
        for (String key : KEYS) {
            out.addAll(row(phrases.say("key." + key + ".name"), phrases.say("key." + key + ".does"), width));
        }
        return out;
    }

    private static List<Line> row(String typed, String does, int width) {
        return Wrap.at(width, Line.of("  " + typed, Tone.COMMAND).pad(COLUMN).plus("  " + does), COLUMN + 2);
    }
}
