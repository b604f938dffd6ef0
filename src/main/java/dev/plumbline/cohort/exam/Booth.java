package dev.plumbline.cohort.exam;

import dev.plumbline.cloud.Backend;
import dev.plumbline.cloud.LiveCloud;
import dev.plumbline.grading.gather.ProviderVariables;
import dev.plumbline.stand.StandAws;
import dev.plumbline.terraform.TerraformCli;
import dev.plumbline.terraform.TerraformEnvironment;
import dev.plumbline.terraform.TerraformTrouble;
import dev.plumbline.workspace.ScratchFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/**
 * A private place for one submission: a folder, an empty home, an AWS of its own, and an environment in which nothing of the
 * grader's is. All of it goes when it is closed, with whatever still runs in it.
 */
public final class Booth implements AutoCloseable {
    /** What a Terraform that fetches nothing needs to find. */
    private static final String PROGRAMS = "/usr/local/bin:/usr/bin:/bin";

    private final Path root;
    private final StandAws aws;
    private final Backend backend;
    private final LiveCloud live;
    private final Map<String, String> shell;

    /**
     * Opens one.
     *
     * @param terraform the program
     * @param configuration the CLI configuration that names the providers there are
     */
    static Booth open(ExamHall.AwsMaker maker, Path terraform, Path configuration) throws IOException {
        Path root = ScratchFolder.create("grade");
        for (String name : new String[] {"work", "home", "tmp"}) {
            Files.createDirectory(root.resolve(name));
        }
        return new Booth(root, maker.open(root), terraform, configuration);
    }

    private Booth(Path root, StandAws aws, Path terraform, Path configuration) {
        this.root = root;
        this.aws = aws;
        this.backend =
                aws.name().equals("embedded") ? new Backend.Embedded(aws.endpoint()) : new Backend.Url(aws.endpoint());
        this.live = new LiveCloud(backend);
        this.shell = Map.of(
                "PATH", PROGRAMS,
                "HOME", root.resolve("home").toString(),
                "TMPDIR", root.resolve("tmp").toString(),
                "LANG", "C.UTF-8",
                "TF_CLI_CONFIG_FILE", configuration.toString(),
                "PLUMBLINE_TERRAFORM", terraform.toString());
    }

    /** Where the submission's files are. */
    public Path work() {
        return root.resolve("work");
    }

    /** A file that is none of the submission's. */
    Path aside(String name) {
        return root.resolve("tmp").resolve(name);
    }

    StandAws aws() {
        return aws;
    }

    Backend backend() {
        return backend;
    }

    LiveCloud live() {
        return live;
    }

    /** The environment that everything here starts from. */
    Map<String, String> shell() {
        return shell;
    }

    /** What the provider gets. */
    Map<String, String> provider() {
        return ProviderVariables.of(shell, backend);
    }

    /** Terraform in this environment, with more in it. */
    TerraformCli terraform(Map<String, String> more) throws TerraformTrouble {
        Map<String, String> all = new HashMap<>(provider());
        all.putAll(more);
        return TerraformCli.find(shell, TerraformEnvironment.clean(shell, all));
    }

    @Override
    public void close() {
        Strays.end(root.resolve("home"));
        live.close();
        aws.close();
        try {
            ScratchFolder.delete(root);
        } catch (IOException leftInTheTemporaryFolder) {
            root.toFile().deleteOnExit(); // a later run sweeps it
        }
    }
}
