package dev.plumbline.corpus;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the steps of a case, written as {@code verb} or {@code verb:rest}. */
final class StepParser {
    private static final Pattern WORD = Pattern.compile("\"([^\"]*)\"|'([^']*)'|(\\S+)");

    private StepParser() {}

    /**
     * Reads one step.
     *
     * @throws IllegalArgumentException where the verb is unknown or its rest is not of its form
     */
    static Step parse(String text) {
        int colon = text.indexOf(':');
        String verb = colon < 0 ? text : text.substring(0, colon);
        String rest = colon < 0 ? "" : text.substring(colon + 1);
        return switch (verb) {
            case "init" -> new Step.Terraform(command("init -input=false -no-color", rest), null);
            case "plan" -> new Step.Terraform(command("plan -input=false -no-color", rest), null);
            case "apply" -> new Step.Terraform(command("apply -auto-approve -input=false -no-color", rest), null);
            case "destroy" -> new Step.Terraform(command("destroy -auto-approve -input=false -no-color", rest), null);
            case "tf" -> new Step.Terraform(words(rest), null);
            case "apply-answer" -> new Step.Terraform(List.of("apply", "-no-color"), rest);
            case "answer" -> answered(text, rest);
            case "kill-apply" -> new Step.InterruptedApply(true);
            case "sigint-apply" -> new Step.InterruptedApply(false);
            case "edit", "write" -> {
                String[] sides = halves(text, rest, "<-");
                yield new Step.Write(sides[0], sides[1]);
            }
            case "rm" -> new Step.Remove(rest);
            case "mv" -> {
                String[] sides = halves(text, rest, "->");
                yield new Step.Move(sides[0], sides[1]);
            }
            case "cp" -> {
                String[] sides = halves(text, rest, "->");
                yield new Step.Copy(sides[0], sides[1]);
            }
            case "aws" -> inAws(text, rest);
            case "state" -> new Step.DamageState(rest);
            case "in" -> {
                String[] sides = halves(text, rest, ":");
                yield new Step.InFolder(sides[0], parse(sides[1]));
            }
            case "try" -> new Step.MayFail(parse(rest));
            default -> throw new IllegalArgumentException("unknown step \"" + text + "\"");
        };
    }

    /** {@code answer:TEXT:STEP}: the command asks, and the learner types TEXT. */
    private static Step answered(String text, String rest) {
        String[] sides = halves(text, rest, ":");
        if (!(parse(sides[1]) instanceof Step.Terraform asked)) {
            throw new IllegalArgumentException("only a Terraform command can be answered: \"" + text + "\"");
        }
        List<String> arguments = new ArrayList<>(asked.arguments());
        arguments.removeAll(List.of("-input=false", "-auto-approve"));
        return new Step.Terraform(arguments, sides[0]);
    }

    /** {@code aws:REGION:service.method:{…}}, the method as boto names it. */
    private static Step inAws(String text, String rest) {
        String[] parts = rest.split(":", 3);
        if (parts.length < 3 || !parts[1].startsWith("kinesis.")) {
            throw new IllegalArgumentException("expected aws:REGION:kinesis.METHOD:{…}, found \"" + text + "\"");
        }
        StringBuilder operation = new StringBuilder();
        for (String word : parts[1].substring("kinesis.".length()).split("_")) {
            operation.append(word.substring(0, 1).toUpperCase(Locale.ROOT)).append(word.substring(1));
        }
        return new Step.InAws(parts[0], operation.toString(), parts[2]);
    }

    private static String[] halves(String text, String rest, String between) {
        String[] sides = rest.split(Pattern.quote(between), 2);
        if (sides.length < 2) {
            throw new IllegalArgumentException("\"" + between + "\" is missing in step \"" + text + "\"");
        }
        return sides;
    }

    private static List<String> command(String fixed, String more) {
        List<String> arguments = new ArrayList<>(words(fixed));
        arguments.addAll(words(more));
        return arguments;
    }

    /** Words as a shell would part them, quotes round whole words only. */
    private static List<String> words(String text) {
        List<String> words = new ArrayList<>();
        Matcher matcher = WORD.matcher(text);
        while (matcher.find()) {
            for (int group = 1; group <= 3; group++) {
                if (matcher.group(group) != null) {
                    words.add(matcher.group(group));
                }
            }
        }
        return words;
    }
}
