package dev.plumbline.bench;

import dev.plumbline.cloud.Backend;
import dev.plumbline.cohort.CohortRun;
import dev.plumbline.cohort.Reports;
import dev.plumbline.cohort.Results;
import dev.plumbline.cohort.Roll;
import dev.plumbline.cohort.Row;
import dev.plumbline.cohort.exam.ExamHall;
import dev.plumbline.lab.Lab;
import dev.plumbline.lab.LabText;
import dev.plumbline.sandbox.Sandbox;
import dev.plumbline.sandbox.SandboxOptions;
import dev.plumbline.terraform.Cancellation;
import dev.plumbline.terraform.CommandResult;
import dev.plumbline.terraform.TerraformCli;
import dev.plumbline.terraform.TerraformCommand;
import dev.plumbline.terraform.TerraformEnvironment;
import dev.plumbline.terraform.TerraformTrouble;
import dev.plumbline.workbench.CallerEnvironment;
import dev.plumbline.workbench.Home;
import dev.plumbline.workspace.ScratchFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Right answers to the first lab, each a little different, to be graded together or run plainly one by one. */
final class CohortGround implements AutoCloseable {
    private final Lab lab = Home.labs().load("kinesis-stream");
    private final Path root;
    private final List<Path> submissions = new ArrayList<>();
    private int runs;

    CohortGround(int size) throws IOException {
        root = ScratchFolder.create("bench");
        String file = lab.rules().codeFile();
        String solution = LabText.of(lab)
                .render(Files.readString(lab.labDirectory().resolve("solution").resolve(file)));
        for (int i = 0; i < size; i++) {
            Path folder = Files.createDirectories(root.resolve("submission-" + i));
            Files.writeString(folder.resolve(file), solution + "\n# " + i + "\n");
            submissions.add(folder);
        }
    }

    /** How long all of them take together, from naming them to the last result; in milliseconds. */
    double graded(int jobs) throws IOException, InterruptedException {
        Results results = new Results(root.resolve("results-" + runs++), lab.id());
        long began = System.nanoTime();
        ExamHall.Setting setting = new ExamHall.Setting(Home.folder(), CallerEnvironment.get(), true, line -> {});
        try (ExamHall hall = ExamHall.open(lab, setting)) {
            new CohortRun(hall, new Reports(lab, results, List.of()), (done, all, id, verdict, seconds) -> {})
                    .grade(Roll.call(submissions), jobs);
        } catch (ExamHall.ClosedException closed) {
            throw new IOException(closed.text(), closed);
        }
        double took = (System.nanoTime() - began) / 1e6;
        for (Row row : results.rows()) {
            if (!row.verdict().equals("passed")) {
                throw new IOException("a right answer was graded as " + row.verdict() + ": " + row.trouble());
            }
        }
        return took;
    }

    /** How long one takes with Terraform as it comes; in milliseconds. */
    double plain() throws IOException, InterruptedException {
        Path folder = Files.createDirectories(root.resolve("plain-" + runs++));
        String file = lab.rules().codeFile();
        Files.copy(submissions.get(0).resolve(file), folder.resolve(file));
        try (Sandbox sandbox = Sandbox.start(SandboxOptions.inMemory().withTransition(Duration.ZERO))) {
            TerraformCli terraform = TerraformCli.find(
                    CallerEnvironment.get(),
                    TerraformEnvironment.clean(
                            CallerEnvironment.get(), new Backend.Embedded(sandbox.endpoint()).environment()));
            long began = System.nanoTime();
            run(terraform, folder, TerraformCommand.init());
            run(terraform, folder, List.of("apply", "-auto-approve", "-input=false", "-no-color"));
            run(terraform, folder, List.of("plan", "-detailed-exitcode", "-input=false", "-no-color"));
            return (System.nanoTime() - began) / 1e6;
        } catch (TerraformTrouble trouble) {
            throw new IOException(trouble.getMessage(), trouble);
        }
    }

    private static void run(TerraformCli terraform, Path folder, List<String> words)
            throws IOException, InterruptedException, TerraformTrouble {
        CommandResult result = terraform.run(folder, words, new Cancellation());
        if (!result.exited(0)) {
            throw new IOException("terraform " + String.join(" ", words) + " failed: " + result.errors());
        }
    }

    @Override
    public void close() throws IOException {
        ScratchFolder.delete(root);
    }
}
