package dev.plumbline.cli;

import dev.plumbline.lab.Lab;
import dev.plumbline.lab.LabText;
import dev.plumbline.terminal.Sitting;
import dev.plumbline.terminal.Topics;
import dev.plumbline.workbench.CallerEnvironment;
import dev.plumbline.workbench.UserError;
import dev.plumbline.workspace.Journal;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code lab read}. */
@Command(
        name = "read",
        mixinStandardHelpOptions = true,
        description = "The lab's texts: the task, concepts, commands, pitfalls. Without a topic: which there are.")
final class ReadCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private LabArguments arguments = new LabArguments();

    @Parameters(index = "1", arity = "0..1", paramLabel = "TOPIC", description = "The text.")
    private @Nullable String topic;

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        Lab lab = arguments.lab();
        LabText text = LabText.of(lab)
                .and(
                        "workspace",
                        arguments.folder().toAbsolutePath().normalize().toString());
        List<String> topics = Topics.open(text.topics());
        String wanted = topic;
        if (wanted == null) {
            topics.forEach(name -> out.println(arguments.typed().of("read", name)));
            return 0;
        }
        boolean passed = Journal.of(arguments.folder()).progress().passed() != null;
        if (wanted.equals("solution") && !passed) {
            throw UserError.usage("The solution is shown once you have passed. See what is missing with: "
                    + arguments.typed().of("check"));
        }
        if (!topics.contains(wanted) && !wanted.equals("solution")) {
            throw UserError.usage(
                    "There is no text called '" + wanted + "'. There are: " + String.join(", ", topics) + ".");
        }
        Sitting.here(Texts.phrases(), CallerEnvironment.get(), false).read(text.topic(wanted));
        return 0;
    }
}
