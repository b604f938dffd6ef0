package dev.plumbline.cli;

import dev.plumbline.lab.Lab;
import dev.plumbline.stand.Installation;
import dev.plumbline.workbench.AwsChoice;
import dev.plumbline.workbench.CallerEnvironment;
import dev.plumbline.workbench.Home;
import java.util.function.Consumer;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What those of the author's commands take that try answers: which lab, which AWS, which format. */
final class AuthorArguments {
    @Parameters(index = "0", paramLabel = "LAB", description = "The lab, as 'lab list' names it.")
    private String lab = "";

    @Option(
            names = "--aws",
            paramLabel = "AWS",
            defaultValue = "embedded",
            description = "'embedded' (default; for a lab of other services, a moto_server of its own), or an address.")
    private String aws = "embedded";

    @Mixin
    private AuthorOutput output = new AuthorOutput();

    /** The lab that was named, as its files are now. */
    Lab lab() {
        return Home.labs().load(lab);
    }

    AwsChoice aws() {
        return AwsChoice.parse(aws);
    }

    /** How it is written. */
    AuthorOutput output() {
        return output;
    }

    /** What this program has to try answers with. */
    Installation installation(Consumer<String> say) {
        return new Installation(Home.folder(), CallerEnvironment.get(), say);
    }
}
