package dev.plumbline.terminal;

import dev.plumbline.grading.Stage;
import dev.plumbline.lab.Nearest;
import dev.plumbline.text.Line;
import dev.plumbline.text.Phrases;
import dev.plumbline.text.Tone;
import dev.plumbline.text.Wrap;
import dev.plumbline.workspace.CommandLine;
import dev.plumbline.workspace.CommandWords;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One sentence before and after a Terraform command: what it does, and what its result means. */
final class AfterCommand {
    /** The AWS provider's own waiting: 10 s twice on a create, once on a delete or a change (its code sleeps that long). */
    private static final int CREATE_SECONDS = 20;

    private static final int DELETE_SECONDS = 10;
    private static final int CHANGE_SECONDS = 10;
    private static final String WAITS = "aws_kinesis_stream";

    /** What a shell answers for a child that Ctrl-C ended: 128 and the number of SIGINT. */
    private static final int INTERRUPTED = 130;

    /** What a shell answers for a command that it does not find. */
    private static final int NOT_FOUND = 127;

    private static final int SHORTEST_MEANT = 3;

    private final Phrases phrases;
    private final boolean waits;

    /** @param type the resource type that the lab is about; only of a stream is it known how long the provider waits */
    AfterCommand(Phrases phrases, String type) {
        this.waits = type.equals(WAITS);
        this.phrases = phrases;
    }

    /** What to know beforehand: that a long wait is not a hang. */
    List<Line> before(String line, @Nullable Stage stage, int width) {
        for (String command : waits ? CommandLine.commands(line) : List.<String>of()) {
            switch (CommandWords.terraformSubcommand(command)) {
                case "apply" -> {
                    return beforeApply(stage, width);
                }
                case "destroy" -> {
                    return note("command.before-destroy", DELETE_SECONDS, width);
                }
                default -> {
                    // no wait to speak of
                }
            }
        }
        return List.of();
    }

    private List<Line> beforeApply(@Nullable Stage stage, int width) {
        if (stage == null || stage.compareTo(Stage.APPLIED) < 0 || stage == Stage.DESTROYED) {
            return note("command.before-apply", CREATE_SECONDS, width);
        }
        return stage == Stage.DRIFTED ? note("command.before-change", CHANGE_SECONDS, width) : List.of();
    }

    private List<Line> note(String key, int seconds, int width) {
        return Wrap.at(width, Line.of(phrases.say(key, "seconds", seconds), Tone.MUTED));
    }

    /**
     * What the result means.
     *
     * @param apply what its work on the state and on AWS comes to
     */
    List<Line> after(String line, int exit, Duration took, AfterApply apply, int width) {
        List<Line> out = new ArrayList<>();
        List<String> commands = CommandLine.commands(line);
        if (exit == 0 || commands.size() == 1) { // which of several failed is not known to the shell that ran them
            for (String command : commands) {
                String sentence = sentence(command, exit, took, apply);
                if (!sentence.isEmpty()) {
                    out.addAll(Wrap.at(width, Line.of(sentence)));
                }
            }
        }
        if (exit == NOT_FOUND) {
            meant(line)
                    .ifPresent(command ->
                            out.add(Line.of(phrases.say("command.did-you-mean", "command", command), Tone.MUTED)));
        }
        if (exit == INTERRUPTED) {
            out.add(0, Line.EMPTY); // the terminal has written ^C and no line end
        } else if (exit != 0 && (out.isEmpty() || exit == NOT_FOUND)) {
            out.add(Line.of(phrases.say("command.exit", "exit", exit), Tone.MUTED));
        }
        return out;
    }

    /** A command of the session's or Terraform itself, for a word that the shell did not find. */
    private static Optional<String> meant(String line) {
        String typed = line.strip().split("\\s+", 2)[0];
        List<String> names = new ArrayList<>(List.of("terraform"));
        Commands.table().all().forEach(command -> names.add(command.name()));
        return typed.length() < SHORTEST_MEANT
                ? Optional.empty()
                : Nearest.to(typed, names).map(name -> name + line.strip().substring(typed.length()));
    }

    private String sentence(String line, int exit, Duration took, AfterApply apply) {
        StateGlance now = apply.now();
        return switch (CommandWords.terraformSubcommand(line)) {
            case "init" -> initialised(exit, now);
            case "plan" -> exit == 0 || exit == 2 ? "" : phrases.say("command.plan-failed");
            case "apply" ->
                exit == 0 && line.contains("-refresh-only")
                        ? phrases.say("command.applied-refresh")
                        : exit == 0 ? apply.done(took, waits ? CREATE_SECONDS : Integer.MAX_VALUE) : apply.stopped();
            case "destroy" ->
                exit == 0 && now.resources() == 0
                        ? phrases.say(waits ? "command.destroyed" : "command.destroyed-soon", "seconds", DELETE_SECONDS)
                        : phrases.say("command.not-destroyed", "count", now.resources());
            default -> "";
        };
    }

    private String initialised(int exit, StateGlance now) {
        if (exit != 0) {
            return phrases.say("command.init-failed");
        }
        return phrases.say(now.locked() ? "command.init" : "command.init-nothing");
    }
}
