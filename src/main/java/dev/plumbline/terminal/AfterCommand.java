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
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One sentence before and after a Terraform command: what it does, and what its result means. */
final class AfterCommand {
    /** Subcommands that may change the state or AWS. */
    private static final Set<String> CHANGING = Set.of("apply", "destroy", "import", "refresh");

    /** What a shell answers for a child that Ctrl-C ended: 128 and the number of SIGINT. */
    private static final int INTERRUPTED = 130;

    /** What a shell answers for a command that it does not find. */
    private static final int NOT_FOUND = 127;

    private static final int SHORTEST_MEANT = 3;

    private final Phrases phrases;
    private final Optional<ProviderWait> wait;

    /** @param type the resource type that the lab is about */
    AfterCommand(Phrases phrases, String type) {
        this.wait = ProviderWait.of(type);
        this.phrases = phrases;
    }

    /**
     * What to know beforehand: that a long wait is not a hang.
     *
     * @param now what the folder shows before it runs
     */
    List<Line> before(String line, @Nullable Stage stage, StateGlance now, int width) {
        return wait.map(known -> before(line, stage, now, known, width)).orElse(List.of());
    }

    private List<Line> before(String line, @Nullable Stage stage, StateGlance now, ProviderWait wait, int width) {
        boolean ready = now.locked();
        for (String command : CommandLine.commands(line)) {
            String subcommand = CommandWords.terraformSubcommand(command);
            ready |= subcommand.equals("init");
            boolean deletes = subcommand.equals("destroy") || (subcommand.equals("apply") && has(command, "-destroy"));
            boolean waitless = !ready || has(command, "-help") || has(command, "-refresh-only");
            if (deletes && !waitless && now.resources() > 0 && wait.delete() > 0) {
                return note("command.before-destroy", wait, wait.delete(), width);
            }
            if (subcommand.equals("apply") && !deletes && !waitless) {
                return beforeApply(stage, wait, width);
            }
        }
        return List.of();
    }

    private static boolean has(String command, String option) {
        return List.of(CommandWords.of(command).split(" ")).contains(option);
    }

    private List<Line> beforeApply(@Nullable Stage stage, ProviderWait wait, int width) {
        if (stage == null || stage.compareTo(Stage.APPLIED) < 0 || stage == Stage.DESTROYED) {
            return note("command.before-apply", wait, wait.create(), width);
        }
        return stage == Stage.DRIFTED ? note("command.before-change", wait, wait.change(), width) : List.of();
    }

    private List<Line> note(String key, ProviderWait wait, int seconds, int width) {
        return Wrap.at(width, Line.of(phrases.say(key, "seconds", seconds, "noun", wait.noun()), Tone.MUTED));
    }

    /**
     * What the result means.
     *
     * @param apply what its work on the state and on AWS comes to
     */
    List<Line> after(String line, int exit, Duration took, AfterApply apply, int width) {
        List<Line> out = new ArrayList<>();
        List<CommandLine.Ended> commands = CommandLine.ended(line, exit);
        int last = -1; // there is one look at what several did together: it is told with the last of them
        for (int i = 0; i < commands.size(); i++) {
            last = CHANGING.contains(
                            CommandWords.terraformSubcommand(commands.get(i).command()))
                    ? i
                    : last;
        }
        for (int i = 0; i < commands.size(); i++) {
            String subcommand = CommandWords.terraformSubcommand(commands.get(i).command());
            String sentence = i == last || !CHANGING.contains(subcommand)
                    ? sentence(commands.get(i), subcommand, took, apply)
                    : "";
            if (!sentence.isEmpty()) {
                out.addAll(Wrap.at(width, Line.of(sentence)));
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

    private String sentence(CommandLine.Ended ended, String subcommand, Duration took, AfterApply apply) {
        if (has(ended.command(), "-help")) {
            return "";
        }
        boolean well = ended.exit() == 0;
        if (CHANGING.contains(subcommand) && !ended.isKnown()) {
            return apply.done(took, AfterApply.Nothing.KNOWN);
        }
        return switch (subcommand) {
            case "init" -> ended.isKnown() ? initialised(well, apply.now()) : "";
            case "plan" -> ended.exit() == 1 ? phrases.say("command.plan-failed") : "";
            case "refresh" -> well ? apply.refreshed() : apply.stopped();
            case "import" -> well ? apply.imported() : apply.notImported();
            case "apply" -> applied(ended.command(), well, took, apply);
            case "destroy" -> well ? apply.done(took, AfterApply.Nothing.TO_DESTROY) : apply.notDestroyed();
            default -> "";
        };
    }

    private static String applied(String command, boolean well, Duration took, AfterApply apply) {
        if (!well) {
            return apply.stopped();
        }
        if (has(command, "-refresh-only")) {
            return apply.refreshed();
        }
        return apply.done(took, has(command, "-destroy") ? AfterApply.Nothing.TO_DESTROY : AfterApply.Nothing.TO_DO);
    }

    private String initialised(boolean well, StateGlance now) {
        if (!well) {
            return phrases.say("command.init-failed");
        }
        return phrases.say(now.locked() ? "command.init" : "command.init-nothing");
    }
}
