package dev.plumbline.cli;

import dev.plumbline.terminal.Interrupts;
import dev.plumbline.workbench.ForegroundCommand;
import dev.plumbline.workbench.Workbench;
import java.util.ArrayList;
import java.util.List;

/**
 * How a command ended that had the terminal to itself.
 *
 * @param code its exit code
 * @param interrupted whether Ctrl-C was pressed meanwhile
 */
record ForegroundRun(int code, boolean interrupted) {
    /** The exit code of a command line that was ended by Ctrl-C. */
    static final int INTERRUPTED = 130;

    /** Runs it to its end, in the workbench's folder and with its AWS; Ctrl-C is the command's alone. */
    static ForegroundRun of(Workbench bench, List<String> words) {
        try (Interrupts interrupts = Interrupts.held()) {
            int code = new ForegroundCommand(bench).run(words);
            return new ForegroundRun(code, interrupts.heard());
        }
    }

    /**
     * The same with Terraform, which colours what it writes wherever that goes and does not know NO_COLOR (see
     * no-color.org): it is told.
     *
     * @param words what follows {@code terraform}, without positional arguments
     */
    static ForegroundRun terraform(Workbench bench, List<String> words) {
        List<String> all = new ArrayList<>(List.of("terraform"));
        all.addAll(words);
        if (!Texts.look().colour()) {
            all.add("-no-color");
        }
        return of(bench, all);
    }
}
