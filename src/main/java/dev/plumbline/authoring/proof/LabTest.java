package dev.plumbline.authoring.proof;

import dev.plumbline.authoring.stand.Answer;
import dev.plumbline.authoring.stand.AwsKind;
import dev.plumbline.authoring.stand.Bases;
import dev.plumbline.authoring.stand.Stands;
import dev.plumbline.lab.CaseReader;
import dev.plumbline.lab.Lab;
import dev.plumbline.lab.LabCase;
import dev.plumbline.text.Line;
import dev.plumbline.workbench.AwsChoice;
import dev.plumbline.workbench.UserError;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** {@code lab author test}, once: opens the stands, tries the answers, writes what came out. */
public final class LabTest {
    /** Six applies that sleep at once; their providers take about 60 MB each beside what they share. */
    private static final int STANDS = 6;

    private final Path home;
    private final Map<String, String> caller;
    private final Consumer<String> say;

    /**
     * For an installation.
     *
     * @param home where the coach's catalogues are
     * @param caller the author's environment
     * @param say told what is worth a line while it runs
     */
    public LabTest(Path home, Map<String, String> caller, Consumer<String> say) {
        this.home = home;
        this.caller = Map.copyOf(caller);
        this.say = say;
    }

    /**
     * What is asked for.
     *
     * @param only names of cases to try; empty for all
     * @param applyAll whether every answer is really applied, the provider's sleeps and all
     */
    public record Request(Lab lab, AwsChoice aws, Predicate<String> only, boolean applyAll) {}

    /**
     * What came of it.
     *
     * @param passed whether every answer came out as its author says
     * @param json the whole, as JSON
     * @param summary one line
     */
    public record Result(boolean passed, String json, Line summary) {}

    /**
     * Tries them.
     *
     * @param show told the lines of each answer as soon as it is through
     * @throws UserError if the lab has no solution, or Terraform or its AWS cannot be used
     * @throws dev.plumbline.lab.LabFileException if a case's file is broken
     */
    public Result run(Request request, int width, Consumer<List<Line>> show) throws InterruptedException {
        long start = System.nanoTime();
        Lab lab = request.lab();
        List<LabCase> cases = CaseReader.read(lab).stream()
                .filter(one -> request.only().test(one.name()))
                .toList();
        Answer solution = solutionOf(lab);
        AwsKind kind = AwsKind.of(lab, request.aws(), caller);
        List<Trial> trials;
        try (Stands stands = Stands.open(lab, solution, kind, STANDS, home, caller, say)) {
            trials = new LabProof(lab, solution, new Bases(lab, solution), request.applyAll())
                    .run(stands, cases, trial -> show.accept(ProofText.lines(trial, width)));
        }
        long millis = (System.nanoTime() - start) / 1_000_000;
        return new Result(
                trials.stream().allMatch(Trial::asExpected),
                ProofJson.write(lab.id(), trials, millis),
                ProofText.summary(lab.id(), trials, millis));
    }

    /** The solution of a lab; without one there is nothing to hold the lab against. */
    public static Answer solutionOf(Lab lab) {
        Answer solution = Answer.solution(lab);
        if (solution.text(lab.rules().codeFile()).isBlank()) {
            throw UserError.usage("The lab " + lab.id() + " has no solution. Write "
                    + lab.labDirectory().resolve("solution").resolve(lab.rules().codeFile()) + " first.");
        }
        return solution;
    }
}
