package dev.plumbline.authoring.proof;

import dev.plumbline.lab.CaseReader;
import dev.plumbline.lab.Lab;
import dev.plumbline.lab.LabCase;
import dev.plumbline.stand.Answer;
import dev.plumbline.stand.Bases;
import dev.plumbline.stand.Installation;
import dev.plumbline.stand.Stands;
import dev.plumbline.text.Line;
import dev.plumbline.workbench.AwsChoice;
import dev.plumbline.workbench.UserError;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Predicate;

/** {@code lab author test}, once: opens the stands, tries the answers, writes what came out. */
public final class LabTest {
    /** Six applies that sleep at once; their providers take about 60 MB each beside what they share. */
    private static final int STANDS = 6;

    private final Installation installation;

    /** With what an installation has. */
    public LabTest(Installation installation) {
        this.installation = installation;
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
        Answer solution = Answer.solution(lab);
        List<Trial> trials;
        try (Stands stands = installation.open(lab, solution, request.aws(), STANDS)) {
            trials = new LabProof(lab, solution, new Bases(lab, solution), request.applyAll())
                    .run(stands, cases, trial -> show.accept(ProofText.lines(trial, width)));
        }
        long millis = (System.nanoTime() - start) / 1_000_000;
        return new Result(
                trials.stream().allMatch(Trial::asExpected),
                ProofJson.write(lab.id(), trials, millis),
                ProofText.summary(lab.id(), trials, millis));
    }
}
