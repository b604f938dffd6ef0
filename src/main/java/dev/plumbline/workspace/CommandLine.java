package dev.plumbline.workspace;

import java.util.ArrayList;
import java.util.List;

/**
 * A line as it is typed into a shell: commands one behind the other, and what the shell's one exit code tells of each. Of a
 * pipe the Terraform command in it stands for it, or else the first. What stands in quotes or parentheses is not taken apart.
 */
public final class CommandLine {
    private final String line;
    private final List<Part> parts = new ArrayList<>();
    private int begin;

    private CommandLine(String line) {
        this.line = line;
    }

    /** A stretch between separators, with the separator behind it. */
    private record Part(String text, String separator) {}

    /**
     * A command of a line that has ended.
     *
     * @param exit its exit code; {@link JournalEntry.Ran#UNKNOWN} where the line's does not tell it
     */
    public record Ended(String command, int exit) {
        /** Whether its exit code is known. */
        public boolean isKnown() {
            return exit != JournalEntry.Ran.UNKNOWN;
        }
    }

    /** The commands of a line in their order. */
    public static List<String> commands(String line) {
        return ended(line, JournalEntry.Ran.UNKNOWN).stream()
                .map(Ended::command)
                .toList();
    }

    /**
     * The same, each with its own exit code. The code of a line is that of its last command; a chain of {@code &&} that
     * ended with 0 tells it of all its links; behind {@code ||} and of what goes on in the background nobody knows.
     *
     * @param exit the exit code of the whole line
     */
    public static List<Ended> ended(String line, int exit) {
        CommandLine reading = new CommandLine(line);
        reading.read();
        return reading.judged(exit);
    }

    private List<Ended> judged(int exit) {
        int last = parts.size() - 1;
        boolean background = last >= 0 && parts.get(last).separator().equals("&");
        int chain = last;
        while (chain > 0 && List.of("&&", "|").contains(parts.get(chain - 1).separator())) {
            chain--;
        }
        boolean alternative = chain > 0 && parts.get(chain - 1).separator().equals("||");
        boolean linked = parts.subList(Math.max(chain, 0), Math.max(last, 0)).stream()
                .anyMatch(part -> part.separator().equals("&&"));
        boolean known = !background && !alternative && (exit == 0 || !linked);
        List<Ended> ended = new ArrayList<>();
        for (int i = 0; i <= last; i++) {
            int first = i;
            while (i < last && parts.get(i).separator().equals("|")) {
                i++;
            }
            int meant = meant(first, i);
            boolean told = known && first >= chain && meant == i;
            ended.add(new Ended(parts.get(meant).text(), told ? exit : JournalEntry.Ran.UNKNOWN));
        }
        return ended;
    }

    /** Which command of a pipe stands for it. */
    private int meant(int first, int last) {
        for (int i = last; i > first; i--) {
            if (!CommandWords.terraformSubcommand(parts.get(i).text()).isEmpty()) {
                return i;
            }
        }
        return first;
    }

    private void read() {
        char quote = 0;
        int depth = 0;
        for (int i = 0; i < line.length(); i++) {
            char c = line.charAt(i);
            if (c == '\\' && quote != '\'') {
                i++; // what follows means itself
            } else if (quote != 0) {
                quote = c == quote ? 0 : quote;
            } else if (c == '"' || c == '\'') {
                quote = c;
            } else if (c == '(') {
                depth++;
            } else if (c == ')') {
                depth--;
            } else if (depth <= 0) {
                String separator = separator(i);
                if (!separator.isEmpty()) {
                    cut(i, separator);
                    i += separator.length() - 1;
                }
            }
        }
        cut(line.length(), "");
    }

    /** The separator that begins there, if one does; {@code 2>&1} and {@code >|} are redirections. */
    private String separator(int at) {
        for (String separator : List.of("&&", "||", "|&", ";", "|", "&")) {
            boolean beside = (at > 0 && line.charAt(at - 1) == '>') || line.startsWith(">", at + 1);
            boolean redirection = beside && (separator.equals("|") || separator.equals("&"));
            if (line.startsWith(separator, at)) {
                return redirection ? "" : separator;
            }
        }
        return "";
    }

    private void cut(int end, String separator) {
        String command = line.substring(begin, Math.max(begin, end)).strip();
        if (!command.isEmpty()) {
            parts.add(new Part(command, separator.equals("|&") ? "|" : separator));
        }
        begin = end + separator.length();
    }
}
