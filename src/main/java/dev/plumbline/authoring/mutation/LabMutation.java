package dev.plumbline.authoring.mutation;

import dev.plumbline.cloud.OutOfBand;
import dev.plumbline.lab.AcceptedMutants;
import dev.plumbline.lab.Lab;
import dev.plumbline.stand.Answer;
import dev.plumbline.stand.Bases;
import dev.plumbline.stand.Installation;
import dev.plumbline.stand.Stands;
import dev.plumbline.text.Line;
import dev.plumbline.workbench.AwsChoice;
import dev.plumbline.workbench.UserError;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** {@code lab author mutate}. */
public final class LabMutation {
    /** How many at once where every answer is applied for real, which is nearly all sleep. */
    private static final int SLEEPING = 8;

    private final Installation installation;

    /** With what an installation has. */
    public LabMutation(Installation installation) {
        this.installation = installation;
    }

    /**
     * What is asked for.
     *
     * @param only which mutants and equivalents to try, by id
     * @param planOnly whether only the mutants of files and code are tried, by their plans
     */
    public record Request(Lab lab, AwsChoice aws, Predicate<String> only, boolean planOnly) {}

    /**
     * What came of it.
     *
     * @param holds whether no mutant survived unexplained and no equivalent failed
     */
    public record Result(boolean holds, String json, List<Line> lines) {}

    /**
     * Tries all mutants and equivalents.
     *
     * @param progress told how many of how many are through
     * @throws UserError if the lab has no solution, its solution does not pass, or its AWS cannot be used
     */
    public Result run(Request request, int width, Progress progress) throws InterruptedException {
        Lab lab = request.lab();
        AcceptedMutants accepted = AcceptedMutants.of(lab);
        Answer solution = Answer.solution(lab);
        boolean quick = OutOfBand.of(lab.subject().resource()).isPresent();
        int stands = quick ? Runtime.getRuntime().availableProcessors() + 1 : SLEEPING;
        try (Stands open = installation.open(lab, solution, request.aws(), stands)) {
            MutationReport report = report(request, open, solution, accepted, progress);
            return new Result(report.holds(), MutationJson.write(report), MutationText.lines(report, width));
        } catch (IOException refused) {
            throw UserError.trouble("The mutants could not be tried: " + refused.getMessage());
        }
    }

    /** Told how far a run is. */
    @FunctionalInterface
    public interface Progress {
        /** So many of so many are through. */
        void at(int done, int all);
    }

    private static MutationReport report(
            Request request, Stands stands, Answer solution, AcceptedMutants accepted, Progress progress)
            throws IOException, InterruptedException {
        Lab lab = request.lab();
        MutationRun run = new MutationRun(lab, stands, new Bases(lab, solution));
        Mutants mutants = new Mutants(lab, solution);
        long start = System.nanoTime();
        List<Mutant> first = wanted(mutants.planned(), request);
        boolean whole = !request.planOnly() && first.size() == mutants.planned().size();
        Count count = new Count(progress, first.size());
        List<Tried> tried = new ArrayList<>(run.all(first, count::one));
        long planned = System.nanoTime();
        if (!request.planOnly()) {
            List<Mutant> applied = mutants.applied(run.meddlings());
            List<Mutant> rest = new ArrayList<>(wanted(applied, request));
            whole = whole && rest.size() == applied.size();
            rest.addAll(wanted(mutants.equivalents(), request));
            count.more(rest.size());
            tried.addAll(run.all(rest, count::one));
        }
        return MutationReport.of(
                lab,
                solution,
                tried,
                whole,
                accepted,
                (planned - start) / 1_000_000,
                (System.nanoTime() - start) / 1_000_000);
    }

    private static List<Mutant> wanted(List<Mutant> all, Request request) {
        return all.stream().filter(mutant -> request.only().test(mutant.id())).toList();
    }

    private static final class Count {
        private final Progress progress;
        private int all;
        private int done;

        Count(Progress progress, int all) {
            this.progress = progress;
            this.all = all;
        }

        void more(int further) {
            all += further;
        }

        void one(Tried ignored) {
            progress.at(++done, all);
        }
    }
}
