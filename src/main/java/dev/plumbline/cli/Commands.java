package dev.plumbline.cli;

import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;

/**
 * Every subcommand by its name. Setting up the options of all of them by reflection takes longer than all else that
 * {@code lab list} does, so a command line that begins with a known name gets that one only; {@code --help}, an unknown
 * word and anything else get all.
 */
final class Commands {
    /** In the order in which {@code lab --help} shows them. */
    static final List<String> NAMES = List.of(
            "list",
            "start",
            "demo",
            "check",
            "hint",
            "fix",
            "explain",
            "read",
            "stream",
            "drill",
            "practice",
            "shell",
            "env",
            "reset",
            "destroy",
            "doctor",
            "bench",
            "submit",
            "grade",
            "replay",
            "report",
            "author");

    private Commands() {}

    /** Adds to the root what these words need. */
    static void addTo(CommandLine root, String... words) {
        Object only = words.length == 0 ? null : named(words[0]);
        if (only != null) {
            root.addSubcommand(words[0], only);
            return;
        }
        for (String name : NAMES) {
            Object command = named(name);
            if (command != null) {
                root.addSubcommand(name, command);
            }
        }
    }

    private static @Nullable Object named(String name) {
        return switch (name) {
            case "list" -> new ListCommand();
            case "start" -> new StartCommand();
            case "demo" -> new DemoCommand();
            case "check" -> new CheckCommand();
            case "hint" -> new HintCommand();
            case "fix" -> new FixCommand();
            case "explain" -> new ExplainCommand();
            case "read" -> new ReadCommand();
            case "stream" -> new StreamCommand();
            case "drill" -> new DrillCommand();
            case "practice" -> new PracticeCommand();
            case "shell" -> new ShellCommand();
            case "env" -> new EnvCommand();
            case "reset" -> new ResetCommand();
            case "destroy" -> new DestroyCommand();
            case "doctor" -> new DoctorCommand();
            case "bench" -> new BenchCommand();
            case "grade" -> new GradeCommand();
            case "author" -> new AuthorCommand();
            case "submit" -> new SubmitCommand();
            case "replay" -> new ReplayCommand();
            case "report" -> new ReportCommand();
            default -> null;
        };
    }
}
