package dev.plumbline.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plumbline.workbench.AwsChoice;
import dev.plumbline.workbench.CallerEnvironment;
import dev.plumbline.workbench.Finding;
import dev.plumbline.workbench.HealthCheck;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code lab doctor}. */
@Command(
        name = "doctor",
        mixinStandardHelpOptions = true,
        description = "Looks at this machine: Java, Terraform, provider, the built-in AWS, warm processes.")
final class DoctorCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Option(
            names = "--format",
            paramLabel = "text|json",
            defaultValue = "text",
            description = "text (default) or json.")
    private ListCommand.Format format = ListCommand.Format.text;

    @Option(names = "--aws", paramLabel = "URL", description = "Looks at that AWS too, such as http://127.0.0.1:5000.")
    private @Nullable String aws;

    @Option(names = "--stop", description = "Ends warm processes that linger.")
    private boolean stop;

    @Override
    public Integer call() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        if (stop) {
            out.println(HealthCheck.stopLingering());
            return 0;
        }
        List<Finding> findings =
                HealthCheck.run(CallerEnvironment.get(), aws == null ? new AwsChoice.Embedded() : AwsChoice.parse(aws));
        boolean well = findings.stream().allMatch(Finding::well);
        if (format == ListCommand.Format.json) {
            ObjectMapper json = new ObjectMapper();
            ObjectNode root = json.createObjectNode().put("ok", well);
            ArrayNode all = root.putArray("checks");
            findings.forEach(f ->
                    all.addObject().put("name", f.name()).put("ok", f.well()).put("says", f.says()));
            out.println(json.writerWithDefaultPrettyPrinter().writeValueAsString(root));
        } else {
            findings.forEach(f -> out.printf("%-8s %-14s %s%n", f.well() ? "ok" : "trouble", f.name(), f.says()));
        }
        return well ? 0 : 4;
    }
}
