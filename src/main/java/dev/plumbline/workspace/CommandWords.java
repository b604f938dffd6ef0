package dev.plumbline.workspace;

import java.util.ArrayList;
import java.util.List;

/** What may be remembered of a command line: its program, a subcommand, the names of options. Values may be secrets. */
public final class CommandWords {
    private CommandWords() {}

    /** {@code terraform apply -var password=x} becomes {@code terraform apply -var}; other programs only their name. */
    public static String of(String commandLine) {
        List<String> words = words(commandLine);
        if (words.isEmpty()) {
            return "";
        }
        String program = nameOf(words.get(0));
        if (!program.equals("terraform") && !program.equals("tofu")) {
            return program;
        }
        List<String> kept = new ArrayList<>(List.of(program));
        boolean subcommand = false;
        for (String word : words.subList(1, words.size())) {
            if (word.startsWith("-")) {
                String option = word.startsWith("--") ? word.substring(1) : word; // Terraform takes both for the same
                int equals = option.indexOf('=');
                kept.add(equals < 0 ? option : option.substring(0, equals));
            } else if (!subcommand && word.matches("[a-z-]{1,20}")) {
                kept.add(word);
                subcommand = true;
            }
        }
        return String.join(" ", kept);
    }

    /** Program and subcommand alone: {@code terraform apply}. */
    public static String inShort(String commandLine) {
        String subcommand = terraformSubcommand(commandLine);
        List<String> words = words(commandLine);
        String program = words.isEmpty() ? "" : nameOf(words.get(0));
        return subcommand.isEmpty() ? program : program + " " + subcommand;
    }

    /** The subcommand of a Terraform command ({@code plan}, {@code apply}); empty for anything else. */
    public static String terraformSubcommand(String commandLine) {
        List<String> words = words(commandLine);
        if (words.isEmpty()) {
            return "";
        }
        String program = nameOf(words.get(0));
        if (!program.equals("terraform") && !program.equals("tofu")) {
            return "";
        }
        return words.stream()
                .skip(1)
                .filter(w -> !w.startsWith("-"))
                .findFirst()
                .orElse("");
    }

    /** The words without assignments in front ({@code TF_LOG=debug terraform plan}). */
    private static List<String> words(String commandLine) {
        List<String> words = new ArrayList<>(List.of(commandLine.strip().split("\\s+")));
        words.removeIf(String::isEmpty);
        while (!words.isEmpty() && words.get(0).matches("[A-Za-z_][A-Za-z0-9_]*=.*")) {
            words.remove(0);
        }
        return words;
    }

    private static String nameOf(String program) {
        String name = program.substring(program.lastIndexOf('/') + 1);
        return name.length() <= 40 ? name : name.substring(0, 40);
    }
}
