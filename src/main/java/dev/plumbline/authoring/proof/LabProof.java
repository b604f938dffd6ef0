package dev.plumbline.authoring.proof;

import dev.plumbline.lab.Lab;
import dev.plumbline.lab.LabCase;
import dev.plumbline.lab.SetupStep;
import dev.plumbline.stand.Answer;
import dev.plumbline.stand.Bases;
import dev.plumbline.stand.Fulfilment;
import dev.plumbline.stand.Judged;
import dev.plumbline.stand.Stand;
import dev.plumbline.stand.Stands;
import dev.plumbline.workbench.UserError;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Tries the starter, the solution and every case of a lab, and says which come out as their author says. */
final class LabProof {
    private final Lab lab;
    private final Answer solution;
    private final Bases bases;
    private final boolean applyAll;

    /** @param applyAll whether to run a real apply also where carrying a plan out would do */
    LabProof(Lab lab, Answer solution, Bases bases, boolean applyAll) {
        this.lab = lab;
        this.solution = solution;
        this.bases = bases;
        this.applyAll = applyAll;
    }

    /** Tries them all. */
    List<Trial> run(Stands stands, List<LabCase> cases, Consumer<Trial> finished) throws InterruptedException {
        List<Stands.Work<Trial>> work = new ArrayList<>();
        work.add(this::solution);
        // The slow ones first: an apply sleeps, and others can run meanwhile.
        cases.stream()
                .sorted(Comparator.comparing((LabCase one) -> one.layer() == LabCase.Depth.PLAN))
                .forEach(one -> work.add(stand -> timed(planned(one), () -> theCase(stand, one))));
        work.add(this::starter);
        work.add(this::solutionAsPlanned);
        return stands.all(work, finished).stream()
                .sorted(Comparator.comparingInt(LabProof::rank).thenComparing(Trial::name))
                .toList();
    }

    private static int rank(Trial trial) {
        List<String> first = List.of("starter", "solution", "solution, plan carried out");
        int at = first.indexOf(trial.name());
        return at < 0 ? first.size() : at;
    }

    private static Trial.Planned planned(LabCase one) {
        return new Trial.Planned(one.name(), one.why(), one.layer(), Expectation.of(one));
    }

    private Trial starter(Stand stand) throws InterruptedException {
        Trial.Planned planned = new Trial.Planned(
                "starter",
                "What the learner begins with is not the answer.",
                LabCase.Depth.PLAN,
                new Expectation(false, List.of(), ""));
        return timed(planned, () -> {
            bases.bring(stand, LabCase.Base.EMPTY);
            Judged judged = stand.judge(Map.of());
            return new Outcome(judged, judged.mistake(), planned.expected().faults(judged));
        });
    }

    private Trial solution(Stand stand) throws InterruptedException {
        Trial.Planned planned = new Trial.Planned(
                "solution",
                "The author's own answer, applied for real.",
                LabCase.Depth.APPLIED,
                new Expectation(true, List.of(), ""));
        return timed(planned, () -> {
            bases.bring(stand, LabCase.Base.SOLUTION);
            Judged judged = stand.judge(Map.of());
            return new Outcome(judged, judged.mistake(), planned.expected().faults(judged));
        });
    }

    /** Holds the short way of carrying a plan out against the real apply, in every run. */
    private Trial solutionAsPlanned(Stand stand) throws InterruptedException {
        Trial.Planned planned = new Trial.Planned(
                "solution, plan carried out",
                "The same without the provider's sleeps, as the cases are tried.",
                LabCase.Depth.PLAN,
                new Expectation(true, List.of(), ""));
        return timed(planned, () -> byPlan(stand, LabCase.Base.EMPTY, solution, Map.of(), planned.expected()));
    }

    private Outcome theCase(Stand stand, LabCase one) throws IOException, InterruptedException {
        Expectation expected = Expectation.of(one);
        Answer answer = Answer.of(lab, one.directory());
        if (one.layer() == LabCase.Depth.PLAN) {
            return byPlan(stand, one.base(), answer, one.environment(), expected);
        }
        bases.bring(stand, one.base());
        stand.place(answer);
        for (SetupStep step : one.steps()) {
            stand.step(step, one.environment());
        }
        Judged judged = stand.judge(one.environment());
        List<String> faults = new ArrayList<>(expected.faults(judged));
        faults.addAll(expected.faultsOfMistake(judged));
        return new Outcome(judged, judged.mistake(), faults);
    }

    private Outcome byPlan(
            Stand stand, LabCase.Base base, Answer answer, Map<String, String> shell, Expectation expected)
            throws IOException, InterruptedException {
        bases.bring(stand, base);
        stand.place(answer);
        Judged before = stand.judge(shell);
        List<String> faults = new ArrayList<>();
        if (lab.setup().isEmpty()) {
            faults.addAll(expected.faultsBeforeApply(before));
        }
        faults.addAll(expected.faultsOfMistake(before));
        Judged after = applyAll ? applied(stand, shell) : Fulfilment.of(stand, shell, before, true);
        faults.addAll(expected.faults(after));
        return new Outcome(after, before.mistake(), faults);
    }

    private static Judged applied(Stand stand, Map<String, String> shell) throws IOException, InterruptedException {
        var ignored = stand.terraform(shell, "apply", "-input=false", "-auto-approve", "-no-color");
        return stand.judge(shell);
    }

    private record Outcome(Judged judged, String mistake, List<String> faults) {}

    @FunctionalInterface
    private interface Attempt {
        Outcome run() throws IOException, InterruptedException;
    }

    private static Trial timed(Trial.Planned planned, Attempt attempt) throws InterruptedException {
        long start = System.nanoTime();
        try {
            Outcome outcome = attempt.run();
            return Trial.of(
                    planned,
                    outcome.judged(),
                    outcome.mistake(),
                    outcome.faults(),
                    (System.nanoTime() - start) / 1_000_000);
        } catch (UserError told) {
            return Trial.failed(planned, told.text(), (System.nanoTime() - start) / 1_000_000);
        } catch (IOException refused) {
            return Trial.failed(
                    planned,
                    "A file could not be used: " + refused.getMessage(),
                    (System.nanoTime() - start) / 1_000_000);
        }
    }
}
