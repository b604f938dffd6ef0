package dev.plumbline.stand;

import dev.plumbline.cloud.Backend;
import dev.plumbline.cloud.LiveAnswer;
import dev.plumbline.cloud.LiveCloud;
import dev.plumbline.coaching.Coach;
import dev.plumbline.grading.Grader;
import dev.plumbline.grading.History;
import dev.plumbline.grading.Report;
import dev.plumbline.grading.gather.GatheredEvidence;
import dev.plumbline.grading.gather.ProviderSource;
import dev.plumbline.lab.Lab;
import dev.plumbline.lab.SetupStep;
import dev.plumbline.terraform.Cancellation;
import dev.plumbline.terraform.CommandResult;
import dev.plumbline.terraform.TerraformCli;
import dev.plumbline.terraform.TerraformEnvironment;
import dev.plumbline.terraform.TerraformTrouble;
import dev.plumbline.workbench.AwsChoice;
import dev.plumbline.workbench.LabSetup;
import dev.plumbline.workbench.SetupFile;
import dev.plumbline.workbench.UserError;
import dev.plumbline.workbench.Workbench;
import dev.plumbline.workspace.SnapshotReader;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One folder with one AWS of its own. An answer is placed in the folder, real commands run there, and the grader judges it
 * as it judges a learner's. For one thread at a time.
 */
public final class Stand implements AutoCloseable {
    private final Lab lab;
    private final Path folder;
    private final StandAws aws;
    private final Backend backend;
    private final LiveCloud live;
    private final ProviderSource providers;
    private final Installed installed;
    private final Coach coach;
    private final Map<String, String> shell;
    private @Nullable Object untouched;

    Stand(
            Lab lab,
            Path folder,
            StandAws aws,
            ProviderSource providers,
            Installed installed,
            Coach coach,
            Map<String, String> shell) {
        this.lab = lab;
        this.folder = folder;
        this.aws = aws;
        this.backend = new Backend.Url(aws.endpoint());
        this.live = new LiveCloud(backend);
        this.providers = providers;
        this.installed = installed;
        this.coach = coach;
        this.shell = Map.copyOf(shell);
    }

    /** The lab that is answered. */
    public Lab lab() {
        return lab;
    }

    /** Where its AWS answers. */
    public URI endpoint() {
        return aws.endpoint();
    }

    /** Empties folder and AWS. */
    void clear() throws IOException {
        untouched = null;
        aws.empty();
        clearFolder();
    }

    private void clearFolder() throws IOException {
        Files.createDirectories(folder);
        FolderCopy.clear(folder);
        installed.lendTo(folder);
    }

    /** Remembers that the AWS now holds what belongs to a base, until something here changes it. */
    void mark(Object base) {
        untouched = base;
    }

    /** Whether the AWS still holds what belongs to that base. */
    boolean isUntouched(Object base) {
        return base.equals(untouched);
    }

    FolderCopy folderCopy() throws IOException {
        return FolderCopy.of(folder);
    }

    Optional<Map<String, byte[]>> awsCopy() {
        return aws.keep();
    }

    void bringBackAws(Map<String, byte[]> copy) {
        untouched = null;
        aws.bringBack(copy);
    }

    void bringBackFolder(FolderCopy files) throws IOException {
        clearFolder();
        files.into(folder);
    }

    /** Prepares what the lab begins with, as {@code lab start} does. */
    void prepare() throws InterruptedException {
        untouched = null;
        Answer starter = Answer.of(lab, lab.labDirectory().resolve("starter"));
        attached(Map.of(), starter, environment -> {
            try (Workbench bench = bench(environment)) {
                new LabSetup(bench, line -> {}).prepare();
            }
            return true;
        });
    }

    /** Writes an answer's files into the folder, over those of the same names. */
    public void place(Answer answer) throws IOException {
        new FolderCopy(answer.files()).into(folder);
    }

    /** Removes a file of the folder. */
    public void remove(String file) throws IOException {
        Files.deleteIfExists(folder.resolve(file));
    }

    /** The bytes of a file of the folder; empty where there is none. */
    public Optional<byte[]> file(String name) throws IOException {
        Path file = folder.resolve(name);
        return Files.isRegularFile(file) ? Optional.of(Files.readAllBytes(file)) : Optional.empty();
    }

    /**
     * Does what a step says, as in a learner's shell.
     *
     * @throws UserError if it fails
     */
    public void step(SetupStep step, Map<String, String> variables) throws InterruptedException {
        untouched = null;
        attached(variables, Answer.NOTHING, environment -> {
            try (Workbench bench = bench(environment)) {
                new LabSetup(bench, line -> {}).run(List.of(step));
            }
            return true;
        });
    }

    private Workbench bench(Map<String, String> environment) {
        return Workbench.open(lab, folder, new AwsChoice.At(aws.endpoint()), environment, line -> {});
    }

    /** Runs one Terraform command in the folder, in a learner's shell with these variables. */
    public CommandResult terraform(Map<String, String> variables, String... words) throws InterruptedException {
        untouched = null;
        return attached(variables, Answer.NOTHING, environment -> {
            Map<String, String> complete = new HashMap<>(environment);
            complete.putAll(backend.environment());
            return TerraformCli.find(/* caller= */ environment, /* environment= */ complete)
                    .run(folder, List.of(words), new Cancellation());
        });
    }

    /** Changes the AWS outside Terraform. */
    public <T> T outside(Supplier<T> change) {
        untouched = null;
        return change.get();
    }

    /** The live resource of that type and name. */
    public LiveAnswer live(String type, String identity, String region) {
        return live.find(type, identity, region, "");
    }

    /** Judges what lies there, in a learner's shell with these variables; the coach adds its diagnoses. */
    public Judged judge(Map<String, String> variables) throws IOException {
        return judge(variables, true);
    }

    /** The same, with the coach or without. */
    public Judged judge(Map<String, String> variables, boolean coached) throws IOException {
        try (GatheredEvidence evidence = new GatheredEvidence(
                lab,
                SnapshotReader.read(folder),
                shell(variables),
                backend,
                live,
                providers,
                History.NONE,
                new Cancellation())) {
            Report report = Grader.grade(evidence, SetupFile.read(folder), Map.of("aws", aws.name()));
            if (coached) {
                report = report.withDiagnoses(coach.diagnose(lab, evidence, report));
            }
            return new Judged(report, evidence.plan(), evidence.source());
        }
    }

    private Map<String, String> shell(Map<String, String> variables) {
        Map<String, String> all = new HashMap<>(shell);
        all.putAll(variables);
        return all;
    }

    /** What a command does in an environment; Terraform in it finds a warm provider. */
    @FunctionalInterface
    private interface InShell<T> {
        T run(Map<String, String> environment) throws TerraformTrouble, IOException, InterruptedException;
    }

    private <T> T attached(Map<String, String> variables, Answer further, InShell<T> work) throws InterruptedException {
        Map<String, String> environment = shell(variables);
        Map<String, String> provider = new HashMap<>(backend.environment());
        for (String name : List.of("AWS_REGION", "AWS_DEFAULT_REGION")) {
            String value = environment.get(name);
            if (value != null) {
                provider.put(name, value);
            }
        }
        try {
            place(further);
            Optional<ProviderSource.Attached> warm = providers.attach(folder, provider, new Cancellation());
            if (warm.isEmpty()) {
                return work.run(environment);
            }
            try (ProviderSource.Attached attached = warm.get()) {
                environment.putAll(attached.variables());
                return work.run(environment);
            }
        } catch (IOException refused) {
            throw UserError.trouble(folder + " cannot be used: " + refused.getMessage());
        } catch (TerraformTrouble trouble) {
            throw UserError.trouble(String.valueOf(trouble.getMessage()));
        }
    }

    /** The environment of a learner who has set nothing that matters to Terraform. */
    static Map<String, String> plainShell(Map<String, String> caller) {
        Map<String, String> plain = new HashMap<>(TerraformEnvironment.clean(caller, Map.of()));
        List.of("TF_IN_AUTOMATION", "TF_INPUT").forEach(plain::remove);
        String program = caller.get("PLUMBLINE_TERRAFORM");
        if (program != null) {
            plain.put("PLUMBLINE_TERRAFORM", program);
        }
        return plain;
    }

    @Override
    public void close() {
        live.close();
        aws.close();
    }
}
