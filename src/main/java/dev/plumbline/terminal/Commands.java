package dev.plumbline.terminal;

import java.util.ArrayList;
import java.util.List;

/** The session's own commands. */
final class Commands {
    private Commands() {}

    static CommandTable table() {
        List<SessionCommand> commands = new ArrayList<>();
        commands.add(new SessionCommand("task", "", ReadingCommands::task));
        commands.add(new SessionCommand("check", "", (desk, words) -> desk.checkNow()));
        commands.add(new SessionCommand("hint", "[REQUIREMENT]", HintCommand::run).afterLook());
        commands.add(new SessionCommand("fix", "[--apply|--undo]", FixCommand::run).afterNewLook());
        commands.add(new SessionCommand("explain", "", ExplainCommand::run));
        commands.add(new SessionCommand("read", "[TOPIC]", ReadingCommands::read));
        commands.add(new SessionCommand("solution", "", SolutionCommand::run).afterLook());
        commands.add(new SessionCommand("stream", "", StreamCommand::run).afterLook());
        commands.add(new SessionCommand("drill", "[NAME]", DrillCommand::drill).afterLook());
        commands.add(new SessionCommand("practice", "[SEED] [--timed]", DrillCommand::practice));
        commands.add(new SessionCommand("clock", "[off]", ClockCommand::run));
        commands.add(new SessionCommand("progress", "", ProgressCommand::run));
        commands.add(new SessionCommand(
                "help",
                "",
                (desk, words) -> desk.page(HelpCommand.lines(
                        commands,
                        desk.lab(),
                        desk.phrases(),
                        Math.min(desk.look().width(), 100)))));
        commands.add(new SessionCommand("reset", "", LeavingCommands::reset));
        commands.add(new SessionCommand("quit", "", LeavingCommands::quit));
        return new CommandTable(commands);
    }
}
