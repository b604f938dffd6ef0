package dev.plumbline.cohort.exam;

import dev.plumbline.coaching.Coach;
import dev.plumbline.cohort.intake.Submission;
import dev.plumbline.grading.gather.ProviderSource;
import dev.plumbline.lab.Lab;
import dev.plumbline.stand.AwsKind;
import dev.plumbline.stand.StandAws;
import dev.plumbline.terraform.Cancellation;
import dev.plumbline.terraform.TerraformCli;
import dev.plumbline.terraform.TerraformEnvironment;
import dev.plumbline.terraform.TerraformTrouble;
import dev.plumbline.workbench.AwsChoice;
import dev.plumbline.workbench.UserError;
import dev.plumbline.workspace.ScratchFolder;
import java.io.IOException;
import java.io.Serial;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Consumer;

/** What all exams of a run share: the lab, the coach, Terraform, the providers, and what the lab begins with. */
public final class ExamHall implements AutoCloseable {
    private final Lab lab;
    private final Coach coach;
    private final AwsMaker maker;
    private final Path scratch;
    private final ToolShelf shelf;
    private final World world;
    private final Path terraform;
    private final String terraformVersion;
    private final WarmSlots slots;
    private final Cancellation cancellation = new Cancellation();
    private final Desk desk = new Desk(Math.max(2, 2 * Runtime.getRuntime().availableProcessors()));

    /** Makes an AWS of its own for whoever asks. */
    interface AwsMaker {
        StandAws open(Path folder);
    }

    /**
     * What an exam hall is set up with.
     *
     * @param home where the coach's catalogues are
     * @param caller the grader's environment
     * @param warm whether warm providers may be used
     * @param say told what is worth a line
     */
    public record Setting(Path home, Map<String, String> caller, boolean warm, Consumer<String> say) {}

    private ExamHall(
            Lab lab,
            Setting setting,
            AwsMaker maker,
            Path scratch,
            ToolShelf shelf,
            TerraformCli machine,
            Path fenced,
            String terraformVersion) {
        this.lab = lab;
        this.coach = Coach.of(setting.home());
        this.maker = maker;
        this.scratch = scratch;
        this.shelf = shelf;
        this.world = new World(lab, setting.caller(), maker);
        this.terraform = fenced;
        this.terraformVersion = terraformVersion;
        boolean warm = setting.warm()
                && !setting.caller().getOrDefault("PLUMBLINE_ENGINE", "").equals("stock");
        this.slots = new WarmSlots(setting, warm ? machine : null);
    }

    /** Nothing can be graded at all, and why: there is no Terraform, or no AWS that has what the lab needs. */
    public static final class ClosedException extends Exception {
        @Serial
        private static final long serialVersionUID = 1L;

        ClosedException(String message) {
            super(message);
        }

        /** What happened and what to do. */
        public String text() {
            return String.valueOf(getMessage());
        }
    }

    /**
     * Sets it up.
     *
     * @throws ClosedException where nothing can be graded at all
     */
    public static ExamHall open(Lab lab, Setting setting) throws ClosedException, InterruptedException {
        Map<String, String> caller = setting.caller();
        try {
            AwsKind kind = AwsKind.of(lab, new AwsChoice.Embedded(), caller);
            TerraformCli machine = TerraformCli.find(caller, TerraformEnvironment.clean(caller, Map.of()));
            String version = machine.version().text();
            Path scratch = ScratchFolder.create("hall");
            ToolShelf shelf = new ToolShelf(scratch, machine, lab.rules().providers());
            Path fenced = Fence.around(machine.program().toAbsolutePath(), scratch);
            return new ExamHall(lab, setting, kind::open, scratch, shelf, machine, fenced, version);
        } catch (TerraformTrouble trouble) {
            throw new ClosedException(String.valueOf(trouble.getMessage()));
        } catch (UserError trouble) {
            throw new ClosedException(trouble.text());
        } catch (IOException refused) {
            throw new ClosedException("There is no room to grade in: " + refused.getMessage());
        }
    }

    /**
     * Plays what the lab begins with, before the first exam.
     *
     * @throws ClosedException where that cannot be done
     */
    public void prepare() throws ClosedException {
        try {
            world.prepare();
        } catch (UserError trouble) {
            throw new ClosedException(trouble.text());
        } catch (IOException refused) {
            throw new ClosedException("There is no room to grade in: " + refused.getMessage());
        }
    }

    /** Opens a booth for one submission. */
    public Booth booth() throws IOException {
        return Booth.open(maker, terraform, shelf.configuration());
    }

    /**
     * Grades a submission in a booth that nobody has used.
     *
     * @throws InterruptedException if the exams were called off
     */
    public Graded grade(Submission submission, Booth booth) throws InterruptedException {
        ProviderSource slot = slots.take();
        try {
            return new Exam(this, booth, slot).grade(submission);
        } finally {
            slots.giveBack(slot);
        }
    }

    /** The same with Terraform's own provider processes, for a submission under which a warm one ended. */
    public Graded gradeStock(Submission submission, Booth booth) throws InterruptedException {
        return new Exam(this, booth, ProviderSource.STOCK).grade(submission);
    }

    /** Calls off whatever runs now. */
    public void cancel() {
        cancellation.cancel();
    }

    Lab lab() {
        return lab;
    }

    Coach coach() {
        return coach;
    }

    ToolShelf shelf() {
        return shelf;
    }

    World world() {
        return world;
    }

    Desk desk() {
        return desk;
    }

    String terraformVersion() {
        return terraformVersion;
    }

    Cancellation cancellation() {
        return cancellation;
    }

    @Override
    public void close() {
        slots.close();
        try {
            ScratchFolder.delete(scratch);
        } catch (IOException leftInTheTemporaryFolder) {
            scratch.toFile().deleteOnExit();
        }
    }
}
