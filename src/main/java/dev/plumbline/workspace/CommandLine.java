package dev.plumbline.workspace;

import java.util.ArrayList;
import java.util.List;

/** A line as it is typed into a shell: commands one behind the other, joined by {@code &&} or {@code ;}. */
public final class CommandLine {
    private final String line;
    private final List<String> commands = new ArrayList<>();
    private int begin;

    private CommandLine(String line) {
        this.line = line;
    }

    /**
     * The commands of a line in their order. What stands in quotes is not taken apart, and a pipe is one command: its exit
     * code is all that a shell tells of it.
     */
    public static List<String> commands(String line) {
        CommandLine reading = new CommandLine(line);
        reading.read();
        return List.copyOf(reading.commands);
    }

    private void read() {
        char quote = 0;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '\\' && quote != '\'') {
                i++; // what follows means itself
            } else if (quote != 0) {
                quote = c == quote ? 0 : quote;
            } else if (c == '"' || c == '\'') {
                quote = c;
            } else if (c == ';') {
                cut(i, 1);
            } else if (line.startsWith("&&", i)) {
                cut(i++, 2);
            }
        }
        cut(line.length(), 0);
    }

    private void cut(int end, int separator) {
        String command = line.substring(begin, Math.max(begin, end)).strip();
        if (!command.isEmpty()) {
            commands.add(command);
        }
        begin = end + separator;
    }
}
