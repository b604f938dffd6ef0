package dev.plumbline.cli;

import dev.plumbline.authoring.draft.Blueprint;
import dev.plumbline.authoring.draft.NewLab;
import dev.plumbline.workbench.Home;
import dev.plumbline.workbench.UserError;
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

    @Parameters(
            index = "0",
            arity = "0..1",
            paramLabel = "LAB",
            description = "The new lab's id: lower case words with dashes.")
    private @Nullable String lab;

    @Option(names = "--title", paramLabel = "TEXT", description = "One line for lists.")
    private @Nullable String title;

    @Option(names = "--resource", paramLabel = "TYPE", description = "The resource type. Default: aws_kinesis_stream.")
    private @Nullable String resource;

    @Option(
            names = "--noun",
            paramLabel = "WORD",
            description = "What a person calls it. Default: the type's last word.")
    private @Nullable String noun;

    @Option(
            names = "--identity",
            paramLabel = "ARGUMENT",
            description = "The argument by which AWS knows it. Default: name; for a bucket, bucket.")
    private @Nullable String identity;

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
        Interview interview = said ? Interview.SILENT : Interview.atTerminal();
        String id = interview.or(lab, "An id for the lab, lower case words with dashes?", "", Blueprint::checkId);
        if (id.isEmpty()) {
            throw UserError.usage("Name the lab, as in: " + Invocation.bare("author", "new", "my-first-lab"));
        }
        String type = interview.or(resource, "Which resource type?", "aws_kinesis_stream", Blueprint::checkType);
        String word =
                interview.or(noun, "What does a person call it?", type.substring(type.lastIndexOf('_') + 1), any -> {});
        String known = interview.or(
                identity, "By which argument does AWS know it?", Blueprint.usualIdentity(type), Blueprint::checkPath);
        String called = interview.or(name, "What is it called in AWS?", id, any -> {});
        String where = interview.or(region, "In which region?", "us-east-1", any -> {});
        Map<String, String> arguments = new LinkedHashMap<>(wanted);
        interview.more(
                "Which arguments does the lab ask for? One a line, argument=value; an empty line ends.", line -> {
                    int equals = line.indexOf('=');
                    String path = equals < 0 ? line : line.substring(0, equals).strip();
                    Blueprint.checkPath(path);
                    if (equals < 0) {
                        throw UserError.usage("Which value? Write it as " + path + "=VALUE");
                    }
                    arguments.put(path, line.substring(equals + 1).strip());
                });
        String line = interview.or(title, "A title for lists?", "Make a " + word, any -> {});
        if (arguments.isEmpty() && type.equals("aws_kinesis_stream")) {
            arguments.put("stream_mode_details.stream_mode", "ON_DEMAND");
        }
        Blueprint plan = new Blueprint(id, line, type, word, known, called, where, arguments);
        new NewLab(Home.folder()).write(plan, Path.of("")).forEach(file -> out.println("  " + file));
        out.println();
        out.println("Next: " + Invocation.bare("author", "lint", id) + ", then " + Invocation.bare("author", "test", id)
                + ".");
        out.println("Play it with: " + Invocation.on(id).of("start") + plan.needsAnotherAws());
        out.flush();
        return 0;
    }
}
