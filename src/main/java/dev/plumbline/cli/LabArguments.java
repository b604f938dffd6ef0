package dev.plumbline.cli;

import dev.plumbline.lab.Lab;
import dev.plumbline.workbench.AwsChoice;
import dev.plumbline.workbench.CallerEnvironment;
import dev.plumbline.workbench.Home;
import dev.plumbline.workbench.PracticeGround;
import dev.plumbline.workbench.UserError;
import dev.plumbline.workbench.Workbench;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** What nearly every command takes: which lab, which folder, which AWS. */
public final class LabArguments {
    private static final String EMBEDDED = "embedded";

    @Parameters(index = "0", paramLabel = "LAB", description = "The lab, as 'lab list' names it.")
    private String lab = "";

    @Option(names = "--dir", paramLabel = "DIR", description = "Your working folder. Default: ./workspace/LAB")
    private @Nullable Path dir;

    @Option(
            names = "--aws",
            paramLabel = "AWS",
            defaultValue = EMBEDDED,
            description =
                    "Which AWS: 'embedded' (default, built in), an address such as http://127.0.0.1:5000, or 'real'.")
    private String aws = EMBEDDED;

    /** The name of the lab. */
    public String id() {
        return lab;
    }

    /** The lab that was named; with the values of its seed where the folder is one for practice. */
    public Lab lab() {
        return PracticeGround.lab(Home.labs(), lab, folder());
    }

    /**
     * The folder that was named, or the usual one.
     *
     * @throws UserError if the name is empty, as it is where a shell's variable was never set: the current folder is not meant
     */
    public Path folder() {
        if (dir != null && dir.toString().isEmpty()) {
            throw UserError.usage("--dir is empty. Name a folder, or leave --dir out for workspace/" + lab + ".");
        }
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

    /** Whether a real account was named. */
    boolean isReal() {
        return aws() instanceof AwsChoice.Real;
    }

    /** How this program is called again on the same lab, folder and AWS. */
    Invocation typed() {
        return typed(dir);
    }

    /** The same on another folder. */
    Invocation typed(@Nullable Path folder) {
        List<String> options = new ArrayList<>();
        if (folder != null) {
            options.addAll(List.of("--dir", folder.toString()));
        }
        if (!aws.equals(EMBEDDED)) {
            options.addAll(List.of("--aws", aws));
        }
        return new Invocation(Invocation.self(), lab, options);
    }

    /**
     * Opens all of it, for commands that look at work which is there already.
     *
     * @throws UserError if there is no such folder: a word mistyped must not make one, and must not be judged
     */
    public Workbench open(Consumer<String> say) {
        Lab known = lab();
        AwsChoice choice = aws();
        OtherAws.require(known, choice, typed());
        requireFolder();
        return Workbench.open(known, folder(), choice, CallerEnvironment.get(), say);
    }

    /** Opens all of it, for commands that begin work: they make the folder. */
    public Workbench begin(Consumer<String> say) {
        return begin(folder(), say);
    }

    /** The same on another folder. */
    public Workbench begin(Path folder, Consumer<String> say) {
        Lab known = PracticeGround.lab(Home.labs(), lab, folder);
        OtherAws.require(known, aws(), typed());
        return Workbench.open(known, folder, aws(), CallerEnvironment.get(), say);
    }

    /**
     * Makes sure that the folder is there.
     *
     * @throws UserError if it is not; the message names it and the way out
     */
    void requireFolder() {
        Path folder = folder();
        if (Files.isDirectory(folder)) {
            return;
        }
        if (Files.exists(folder)) {
            throw UserError.usage(folder + " is not a folder. Name one with --dir.");
        }
        throw UserError.usage(
                dir == null
                        ? "There is no folder " + folder + ", so this lab is not begun here. Begin it with: "
                                + typed().of("start") + "\nIf your work is elsewhere, name its folder with --dir."
                        : "There is no folder " + folder + ". If its name is right, begin there with: "
                                + typed().of("start"));
    }
}
