package dev.plumbline.cli;

import dev.plumbline.cloud.StreamTraffic;
import dev.plumbline.grading.Verdict;
import dev.plumbline.lab.Lab;
import dev.plumbline.terminal.Notices;
import dev.plumbline.workbench.UserError;
import dev.plumbline.workbench.Workbench;
import java.io.IOException;
import java.io.PrintWriter;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code lab stream}. */
@Command(
        name = "stream",
        mixinStandardHelpOptions = true,
        description = "Your live stream with records travelling on it: producers, shards, consumers and their lag.")
final class StreamCommand implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    @Mixin
    private LabArguments arguments = new LabArguments();

    @Option(names = "--plain", description = "No cursor movement, no colour: for screen readers and logs.")
    private boolean plain;

    @Override
    public Integer call() throws IOException, InterruptedException {
        PrintWriter out = spec.commandLine().getOut();
        PrintWriter err = spec.commandLine().getErr();
        Notices notices = new Notices(err::println);
        Lab lab = arguments.lab();
        if (!lab.subject().resource().equals(StreamTraffic.RESOURCE)) {
            throw UserError.usage(Texts.phrases()
                    .say(
                            "belt.no-stream",
                            "lab",
                            lab.id(),
                            "noun",
                            lab.subject().noun()));
        }
        try (Workbench bench = arguments.open(notices)) {
            RealAccountConsent.require(bench, out);
            if (!live(bench)) {
                err.println(Texts.phrases()
                        .say(
                                "belt.not-live",
                                "stream",
                                lab.subject().value(),
                                "region",
                                lab.parameters().text("region")));
                return Verdict.FAILED.exitCode();
            }
            new Journey(plain, arguments.aws(), out, notices).begin(bench, "stream");
            return 0;
        }
    }

    private static boolean live(Workbench bench) {
        Lab lab = bench.lab();
        try (StreamTraffic traffic = StreamTraffic.open(
                bench.backend(), lab.subject().value(), lab.parameters().text("region"))) {
            return traffic.live();
        } catch (StreamTraffic.TrafficException noAnswer) {
            throw UserError.trouble("It cannot be known whether the stream is live: " + noAnswer.text());
        }
    }
}
