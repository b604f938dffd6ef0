package dev.plumbline.terminal;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The session's own commands by name, in the order of the help. */
final class CommandTable {
    private static final List<String> LAUNCHERS = List.of("lab", "./lab");
    private final Map<String, SessionCommand> byName = new LinkedHashMap<>();
    private final Map<String, String> others = Map.of("?", "help", "exit", "quit", ":q", "quit", "logout", "quit");

    CommandTable(List<SessionCommand> commands) {
        commands.forEach(command -> byName.put(command.name(), command));
    }

    Collection<SessionCommand> all() {
        return byName.values();
    }

    /** A line taken apart. */
    record Call(SessionCommand command, List<String> words) {}

    /** The session's command that a line means; {@code lab check} inside the session is {@code check}. */
    Optional<Call> find(String line, String labId) {
        List<String> words = new ArrayList<>(List.of(line.strip().split("\\s+")));
        if (words.size() > 1 && LAUNCHERS.contains(words.get(0))) {
            words.remove(0);
            if (words.size() > 1 && words.get(1).equals(labId)) {
                words.remove(1);
            }
        }
        String name = others.getOrDefault(words.get(0), words.get(0));
        SessionCommand command = byName.get(name);
        return command == null
                ? Optional.empty()
                : Optional.of(new Call(command, List.copyOf(words.subList(1, words.size()))));
    }
}
