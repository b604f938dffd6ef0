package dev.plumbline.cli;

import dev.plumbline.grading.Report;
import dev.plumbline.lab.LabText;
import dev.plumbline.terminal.Notices;
import dev.plumbline.terminal.Sitting;
import dev.plumbline.workbench.LabSetup;
import dev.plumbline.workbench.Workbench;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code lab start}. */
@Command(
        name = "start",
        mixinStandardHelpOptions = true,
        description = "The interactive session: task, prompt, live feedback.")
final class StartCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private LabArguments arguments = new LabArguments();

    @Option(names = "--plain", description = "No cursor movement, no colour: for screen readers and logs.")
    private boolean plain;

    @Override
    public Integer call() throws IOException, InterruptedException {
        PrintWriter out = spec.commandLine().getOut();
        Notices notices = new Notices(spec.commandLine().getErr()::println);
        PrintWriter err = spec.commandLine().getErr();
        try (Workbench bench = arguments.begin(notices)) {
            RealAccountConsent.require(bench, err);
            if (plain || Sitting.isTerminal()) {
                new Journey(plain, arguments.aws(), out, notices).begin(bench, "");
                return 0;
            }
            bench.createFolder();
            new LabSetup(bench, out::println).prepare();
            out.println(LabText.of(bench.lab())
                    .and("workspace", bench.folder().toString())
                    .topic("task"));
            Report report = Assessment.of(bench);
            out.print(ReportFormat.text.write(report, bench.folder(), Texts.look(), arguments.typed()));
            out.flush();
            err.println(Texts.phrases()
                    .say("session.no-terminal", "command", arguments.typed().of("start", "--plain")));
            return 0;
        }
    }
}
