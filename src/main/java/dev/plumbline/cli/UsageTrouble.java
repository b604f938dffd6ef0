package dev.plumbline.cli;

import java.io.PrintWriter;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Wrong words on the command line: what is wrong, the nearest right word, and where the rest is explained. */
final class UsageTrouble {
    private UsageTrouble() {}

    static int explain(ParameterException wrong, PrintWriter err) {
        CommandLine command = wrong.getCommandLine();
        if (wrong instanceof UnmatchedArgumentException unmatched) {
            Optional<String> elsewhere = SessionWord.explain(unmatched);
            if (elsewhere.isPresent()) {
                err.println(elsewhere.get());
                return CommandLine.ExitCode.USAGE;
            }
        }
        String words = value(wrong).or(() -> unknown(wrong)).orElseGet(() -> String.valueOf(wrong.getMessage()));
        err.println(words.endsWith(".") ? words : words + ".");
        if (wrong instanceof UnmatchedArgumentException unmatched) {
            List<String> near = unmatched.getSuggestions();
            if (!near.isEmpty()) {
                err.println("Did you mean: " + String.join(" or ", near) + "?");
            }
        }
        err.println("More: " + help(command));
        return CommandLine.ExitCode.USAGE;
    }

    /** A first word that is no command. */
    private static Optional<String> unknown(ParameterException wrong) {
        if (wrong instanceof UnmatchedArgumentException unmatched
                && wrong.getCommandLine().getParent() == null
                && !unmatched.getUnmatched().isEmpty()
                && !unmatched.getUnmatched().get(0).startsWith("-")) {
            return Optional.of(
                    "There is no command '" + unmatched.getUnmatched().get(0) + "'.");
        }
        return Optional.empty();
    }

    private static String help(CommandLine command) {
        String name = command.getCommandSpec().qualifiedName();
        int behindProgram = name.indexOf(' ');
        return Invocation.self() + (behindProgram < 0 ? "" : name.substring(behindProgram)) + " --help";
    }

    /** What an option takes, where what it was given is not that: picocli names the types of Java. */
    private static Optional<String> value(ParameterException wrong) {
        ArgSpec argument = wrong.getArgSpec();
        String given = wrong.getValue();
        if (argument == null || given == null) {
            return Optional.empty();
        }
        String name = argument instanceof OptionSpec option ? option.longestName() : argument.paramLabel();
        return Optional.ofNullable(takes(argument.type(), given))
                .map(takes -> name + " takes " + takes + ", not '" + given + "'.");
    }

    private static @Nullable String takes(Class<?> type, String given) {
        if (type.isEnum()) {
            String words =
                    Arrays.stream(type.getEnumConstants()).map(Object::toString).collect(Collectors.joining(", "));
            return words.toLowerCase(Locale.ROOT);
        }
        boolean large = given.matches("[+-]?[0-9]+");
        if (type == Integer.class || type == int.class) {
            return "a whole number such as 7" + (large ? ", at most " + Integer.MAX_VALUE : "");
        }
        if (type == Long.class || type == long.class) {
            return "a whole number such as 7" + (large ? ", at most " + Long.MAX_VALUE : "");
        }
        return null;
    }
}
