package dev.plumbline.terminal.belt;

import dev.plumbline.lab.Nearest;
import dev.plumbline.text.Phrases;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.Set;
import java.util.TreeSet;

/** Reads what was typed at the belt's prompt; what cannot be meant is refused with the right form. Pure. */
public final class BeltLine {
    /** The belt's commands, in the order of its help. */
    public static final List<String> COMMANDS =
            List.of("put", "send", "burst", "spread", "flood", "reader", "pause", "resume", "look", "back");

    private static final Set<String> LEAVING = Set.of("back", "quit", "exit", "q");
    private static final Set<String> SHELL = Set.of(
            "terraform",
            "lab",
            "./lab",
            "aws",
            "tofu",
            "git",
            "cd",
            "ls",
            "cat",
            "pwd",
            "echo",
            "grep",
            "vi",
            "vim",
            "nvim",
            "nano",
            "emacs",
            "code",
            "less",
            "more",
            "man",
            "cp",
            "mv",
            "rm",
            "mkdir",
            "sh",
            "bash",
            "curl");
    private static final int MOST_SENT = 5000;
    private static final int FASTEST = 10_000;
    private static final int LONGEST_FLOOD = 60;
    private static final int SENT = 10;
    private static final int PACE = 10;
    private static final int FLOOD_SECONDS = 12;

    private final Phrases phrases;
    private final Collection<String> outside;

    /**
     * A reader of lines.
     *
     * @param outside the commands of the place that the belt was opened from
     */
    public BeltLine(Phrases phrases, Collection<String> outside) {
        this.phrases = phrases;
        this.outside = Set.copyOf(outside);
    }

    /** What a line orders. */
    public BeltOrder read(String line) {
        String[] three = line.strip().split("\\s+", 3);
        String name = three[0].toLowerCase(Locale.ROOT);
        List<String> words = List.of(line.strip().split("\\s+"));
        List<String> more = words.subList(1, words.size());
        if (LEAVING.contains(name)) {
            return more.isEmpty() ? new BeltOrder.Leave() : tooMany("back", more.get(0));
        }
        return switch (name) {
            case "put" -> more.isEmpty() ? incomplete(name) : put(three);
            case "send" -> number(name, more, SENT, MOST_SENT, BeltOrder.Send::new);
            case "burst" ->
                more.size() > 1
                        ? tooMany(name, more.get(1))
                        : new BeltOrder.Burst(more.isEmpty() ? "hot-key" : more.get(0));
            case "spread" -> more.isEmpty() ? new BeltOrder.Spread() : tooMany(name, more.get(0));
            case "flood" -> number(name, more, FLOOD_SECONDS, LONGEST_FLOOD, BeltOrder.Flood::new);
            case "reader" -> more.isEmpty() ? incomplete(name) : reader(more);
            case "pause", "resume" -> pause(name, more);
            case "look" -> more.isEmpty() ? new BeltOrder.Look() : tooMany(name, more.get(0));
            case "help", "?" -> new BeltOrder.Help();
            default -> unknown(three[0], name);
        };
    }

    private static BeltOrder put(String[] three) {
        return new BeltOrder.Put(three[1], three.length > 2 ? three[2] : "{}");
    }

    private BeltOrder pause(String name, List<String> more) {
        if (more.isEmpty()) {
            return incomplete(name);
        }
        return more.size() > 1 ? tooMany(name, more.get(1)) : new BeltOrder.Pause(more.get(0), name.equals("pause"));
    }

    private BeltOrder reader(List<String> more) {
        boolean start = false;
        List<String> numbers = new ArrayList<>();
        for (String word : more.subList(1, more.size())) {
            if (word.equalsIgnoreCase("start") && !start) {
                start = true;
            } else if (numbers.isEmpty()) {
                numbers.add(word);
            } else {
                return tooMany("reader", word);
            }
        }
        boolean fromTheBeginning = start;
        return number(
                "reader", numbers, PACE, FASTEST, pace -> new BeltOrder.Join(more.get(0), pace, fromTheBeginning));
    }

    /** An order of one number. */
    private interface Numbered {
        BeltOrder of(int number);
    }

    private BeltOrder number(String name, List<String> more, int otherwise, int most, Numbered order) {
        if (more.isEmpty()) {
            return order.of(otherwise);
        }
        if (more.size() > 1) {
            return tooMany(name, more.get(1));
        }
        OptionalInt number = number(more.get(0));
        return number.isPresent() && number.getAsInt() >= 1 && number.getAsInt() <= most
                ? order.of(number.getAsInt())
                : wrong("number", name, "word", more.get(0), "most", most);
    }

    private static OptionalInt number(String word) {
        String digits = word.replaceAll("(?<=\\d)[,_](?=\\d{3}\\b)", "");
        return digits.matches("\\d{1,9}") ? OptionalInt.of(Integer.parseInt(digits)) : OptionalInt.empty();
    }

    private BeltOrder incomplete(String name) {
        return wrong("incomplete", name, "name", name);
    }

    private BeltOrder tooMany(String name, String word) {
        return wrong("too-many", name, "word", word);
    }

    private BeltOrder wrong(String kind, String name, Object... pairs) {
        String form = phrases.say("belt.command." + name + ".typed");
        return new BeltOrder.Wrong(
                phrases.say("belt.wrong." + kind, pairs) + " " + phrases.say("belt.wrong.right", "form", form));
    }

    private BeltOrder unknown(String typed, String name) {
        if (SHELL.contains(name) || outside.contains(name) || typed.startsWith("!")) {
            return new BeltOrder.Wrong(phrases.say("belt.wrong.outside", "word", typed));
        }
        return Nearest.to(name, new TreeSet<>(COMMANDS))
                .map(near -> new BeltOrder.Wrong(phrases.say("belt.wrong.near", "word", typed, "near", near)))
                .orElseGet(() -> new BeltOrder.Wrong(phrases.say("belt.wrong.unknown", "word", typed)));
    }
}
