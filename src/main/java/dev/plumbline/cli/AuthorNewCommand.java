package dev.plumbline.cli;

import dev.plumbline.authoring.draft.Blueprint;
import dev.plumbline.authoring.draft.NewLab;
import dev.plumbline.workbench.Home;
import java.io.Console;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code lab author new}. */
@Command(
        name = "new",
        mixinStandardHelpOptions = true,
        description =
                "Writes a new lab into ./labs and ./content: complete, and green in 'author lint' and 'author test'. "
                        + "Asks for what no option says, where somebody is at the terminal.")
final class AuthorNewCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Parameters(index = "0", paramLabel = "LAB", description = "The new lab's id: lower case words with dashes.")
    private String lab = "";

    @Option(names = "--title", paramLabel = "TEXT", description = "One line for lists.")
    private @Nullable String title;

    @Option(names = "--resource", paramLabel = "TYPE", description = "The resource type. Default: aws_kinesis_stream.")
    private @Nullable String resource;

    @Option(
            names = "--noun",
            paramLabel = "WORD",
            description = "What a person calls it. Default: the type's last word.")
    private @Nullable String noun;

    @Option(names = "--name", paramLabel = "NAME", description = "What it is called in AWS. Default: the lab's id.")
    private @Nullable String name;

    @Option(names = "--region", paramLabel = "REGION", description = "Where it lives. Default: us-east-1.")
    private @Nullable String region;

    @Option(
            names = "--set",
            paramLabel = "PATH=VALUE",
            description =
                    "An argument that the lab asks for, such as retention_period=48 or block.argument=VALUE; may be "
                            + "given several times. Default for a Kinesis stream: stream_mode_details.stream_mode=ON_DEMAND.")
    private Map<String, String> wanted = new LinkedHashMap<>();

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        boolean said = title != null || resource != null || name != null || !wanted.isEmpty();
        Asker asker = new Asker(said ? null : System.console());
        String type = asker.or(resource, "Which resource type?", "aws_kinesis_stream");
        String called = asker.or(name, "What is it called in AWS?", lab);
        String where = asker.or(region, "In which region?", "us-east-1");
        String word = noun == null ? type.substring(type.lastIndexOf('_') + 1) : noun;
        String line = asker.or(title, "A title for lists?", "Make a " + word);
        Map<String, String> arguments = new LinkedHashMap<>(wanted);
        if (arguments.isEmpty() && type.equals("aws_kinesis_stream")) {
            arguments.put("stream_mode_details.stream_mode", "ON_DEMAND");
        }
        Blueprint plan = new Blueprint(lab, line, type, word, called, where, arguments);
        new NewLab(Home.folder()).write(plan, Path.of("")).forEach(file -> out.println("  " + file));
        out.println();
        out.println("Next: lab author lint " + lab + ", then lab author test " + lab + ".");
        out.println("Play it with: lab start " + lab);
        out.flush();
        return 0;
    }

    /** Asks where nothing is said and somebody is there. */
    private record Asker(@Nullable Console console) {
        String or(@Nullable String said, String question, String otherwise) {
            if (said != null || console == null) {
                return said == null ? otherwise : said;
            }
            String answer = console.readLine("%s [%s] ", question, otherwise);
            return answer == null || answer.isBlank() ? otherwise : answer.strip();
        }
    }
}
