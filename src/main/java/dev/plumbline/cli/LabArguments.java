package dev.plumbline.cli;

import dev.plumbline.lab.Lab;
import dev.plumbline.workbench.AwsChoice;
import dev.plumbline.workbench.Home;
import dev.plumbline.workbench.PracticeGround;
import dev.plumbline.workbench.Workbench;
import java.nio.file.Path;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What nearly every command takes: which lab, which folder, which AWS. */
public final class LabArguments {
    @Parameters(index = "0", paramLabel = "LAB", description = "The lab, as 'lab list' names it.")
    private String lab = "";

    @Option(names = "--dir", paramLabel = "DIR", description = "Your working folder. Default: ./workspace/LAB")
    private @Nullable Path dir;

    @Option(
            names = "--aws",
            paramLabel = "AWS",
            defaultValue = "embedded",
            description =
                    "Which AWS: 'embedded' (default, built in), an address such as http://127.0.0.1:5000, or 'real'.")
    private String aws = "embedded";

    /** The name of the lab. */
    public String id() {
        return lab;
    }

    /** The lab that was named; with the values of its seed where the folder is one for practice. */
    public Lab lab() {
        return PracticeGround.lab(Home.labs(), lab, folder());
    }

    /** The folder that was named, or the usual one. */
    public Path folder() {
        return dir == null ? Path.of("workspace", lab) : dir;
    }

    /** Whether a folder was named. */
    public boolean namesFolder() {
        return dir != null;
    }

    /** The AWS that was named. */
    public AwsChoice aws() {
        return AwsChoice.parse(aws);
    }

    /** Opens all of it. */
    public Workbench open(Consumer<String> say) {
        return open(folder(), say);
    }

    /** The same on another folder. */
    public Workbench open(Path folder, Consumer<String> say) {
        return Workbench.open(PracticeGround.lab(Home.labs(), lab, folder), folder, aws(), System.getenv(), say);
    }
}
