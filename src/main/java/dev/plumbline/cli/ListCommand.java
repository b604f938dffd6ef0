package dev.plumbline.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plumbline.lab.Lab;
import dev.plumbline.text.Phrases;
import dev.plumbline.workbench.Home;
import dev.plumbline.workbench.PracticeGround;
import dev.plumbline.workbench.Workbench;
import dev.plumbline.workspace.Journal;
import dev.plumbline.workspace.Progress;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code lab list}. */
@Command(name = "list", mixinStandardHelpOptions = true, description = "Lists the labs and how far you have come.")
final class ListCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--format",
            paramLabel = "text|json",
            defaultValue = "text",
            description = "text (default) or json.")
    private Format format = Format.text;

    /** The two ways to print it. */
    enum Format {
        text,
        json
    }

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        if (format == Format.json) {
            ObjectMapper json = new ObjectMapper();
            ObjectNode root = json.createObjectNode();
            ArrayNode labs = root.putArray("labs");
            for (Lab lab : Home.labs().list()) {
                Progress progress = progress(lab);
                labs.addObject()
                        .put("id", lab.id())
                        .put("title", lab.title())
                        .put("summary", lab.summary())
                        .put("minutes", lab.minutes())
                        .put("requirements", lab.requirements().size())
                        .put("met", progress.met().size())
                        .put("passed", progress.passed() != null)
                        .put("needsAws", Workbench.missing(lab).isPresent());
                best(lab).ifPresent(best -> ((ObjectNode) labs.get(labs.size() - 1))
                        .putObject("bestPractice")
                        .put("seconds", best.time().toSeconds())
                        .put("seed", best.seed()));
            }
            out.println(json.writerWithDefaultPrettyPrinter().writeValueAsString(root));
            return 0;
        }
        Phrases phrases = Texts.phrases();
        List<Lab> all = Home.labs().list();
        for (Lab lab : all) {
            String title = lab.title() + OtherAws.remark(lab, phrases);
            out.printf("%-22s %-12s %s%n", lab.id(), LabProgress.words(lab, progress(lab), phrases), title);
            best(lab).ifPresent(best -> out.printf("%-35s %s%n", "", LabProgress.words(best, phrases)));
        }
        if (LabProgress.someNotBegun(all)) {
            out.println();
            out.println(phrases.say("menu.elsewhere", "command", LabProgress.elsewhere()));
        }
        return 0;
    }

    private static Optional<PracticeGround.Time> best(Lab lab) {
        return PracticeGround.best(LabProgress.folder(lab));
    }

    private static Progress progress(Lab lab) {
        return Journal.of(LabProgress.folder(lab)).progress();
    }
}
