package dev.plumbline.cli;

import dev.plumbline.workbench.Leftovers;
import dev.plumbline.workbench.Workbench;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code lab destroy}. */
@Command(
        name = "destroy",
        mixinStandardHelpOptions = true,
        description = "Runs terraform destroy in your folder, then looks whether anything is left in any region.")
final class DestroyCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private LabArguments arguments = new LabArguments();

    @Option(names = "--yes", description = "Do not ask.")
    private boolean yes;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        try (Workbench bench = arguments.open(spec.commandLine().getErr()::println)) {
            RealAccountConsent.require(bench, out);
            if (!yes && !AtTerminal.somebody()) {
                throw Question.unanswered("Destroy what Terraform manages in " + bench.folder() + "?");
            }
            ForegroundRun run =
                    ForegroundRun.terraform(bench, yes ? List.of("destroy", "-auto-approve") : List.of("destroy"));
            if (run.interrupted()) {
                out.println("Stopped. What is not destroyed yet is still there; go on with: "
                        + arguments.typed().of("destroy"));
                return ForegroundRun.INTERRUPTED;
            }
            int code = run.code();
            out.println("Looking whether anything is left, region by region...");
            Leftovers left = Leftovers.of(bench);
            String type = bench.lab().subject().resource();
            if (!left.askable()) {
                // Terraform's own word is all there is then: whether its destroy succeeded.
                out.println("Plumbline cannot ask AWS for " + type + " itself. "
                        + (code == 0 ? "Terraform destroyed all that its state had." : "Terraform's destroy failed."));
                return code == 0 ? 0 : 1;
            }
            if (left.isNothing()) {
                out.println("Nothing of " + type + " is left in any region.");
            }
            if (!left.found().isEmpty()) {
                out.println("Still there, and on a real account still costing money:");
                left.found().forEach(name -> out.println("  " + name));
            }
            if (!left.unasked().isEmpty()) {
                out.println("Whether any " + type + " is left here could not be found out. Look there yourself:");
                left.unasked().forEach((why, regions) -> out.println("  " + String.join(", ", regions) + ": " + why));
            }
            return code == 0 && left.isNothing() ? 0 : 1;
        }
    }
}
