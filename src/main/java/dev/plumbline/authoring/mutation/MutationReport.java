package dev.plumbline.authoring.mutation;

import dev.plumbline.coaching.FixDiff;
import dev.plumbline.lab.AcceptedMutants;
import dev.plumbline.lab.Lab;
import dev.plumbline.stand.Answer;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * What came of all mutants.
 *
 * @param survived mutants that the lab accepted, or that could not be judged, and that nobody has accepted
 * @param accepted survivors that the author accepts
 * @param wronglyFailed equivalents that the lab rejected
 * @param unneeded entries of {@code mutants.yaml} that no survivor needs
 * @param byRequirement how many mutants each requirement kept from passing, alone or with others
 * @param planMillis how long the mutants of files and code took
 * @param millis how long it all took
 */
record MutationReport(
        Lab lab,
        int mutants,
        int killed,
        List<Survivor> survived,
        List<Survivor> accepted,
        int equivalents,
        List<Survivor> wronglyFailed,
        List<String> unneeded,
        Map<String, Integer> byRequirement,
        Map<MutantKind, Integer> byKind,
        long planMillis,
        long millis) {

    /**
     * One that did not come out as it should.
     *
     * @param requirement which requirement should have caught it; for an equivalent, which ones rejected it
     * @param diff what was changed in the files
     * @param why the author's reason, or what kept it from being judged; empty where there is neither
     */
    record Survivor(String id, String kind, String requirement, String diff, String why) {}

    /** Whether nothing survived unexplained and no equivalent failed. */
    boolean holds() {
        return survived.isEmpty() && wronglyFailed.isEmpty();
    }

    /** @param whole whether all mutants were tried that there are */
    static MutationReport of(
            Lab lab,
            Answer solution,
            List<Tried> tried,
            boolean whole,
            AcceptedMutants accepted,
            long planMillis,
            long millis) {
        List<Survivor> survived = new ArrayList<>();
        List<Survivor> explained = new ArrayList<>();
        List<Survivor> wronglyFailed = new ArrayList<>();
        List<String> survivors = new ArrayList<>();
        Map<String, Integer> byRequirement = new TreeMap<>();
        Map<MutantKind, Integer> byKind = new EnumMap<>(MutantKind.class);
        int mutants = 0;
        int killed = 0;
        for (Tried one : tried) {
            Mutant mutant = one.mutant();
            byKind.merge(mutant.kind(), 1, Integer::sum);
            if (mutant.mustPass()) {
                if (!one.asItShould()) {
                    wronglyFailed.add(survivor(solution, one, String.join(", ", one.by()), one.trouble()));
                }
                continue;
            }
            mutants++;
            if (one.asItShould()) {
                killed++;
                one.by().forEach(id -> byRequirement.merge(id, 1, Integer::sum));
                continue;
            }
            survivors.add(mutant.id());
            String guard = Guard.of(lab, mutant);
            accepted.reason(mutant.id())
                    .ifPresentOrElse(
                            reason -> explained.add(survivor(solution, one, guard, reason)),
                            () -> survived.add(survivor(solution, one, guard, one.trouble())));
        }
        return new MutationReport(
                lab,
                mutants,
                killed,
                survived,
                explained,
                byKind.getOrDefault(MutantKind.EQUIVALENT, 0),
                wronglyFailed,
                accepted.unneeded(tried.stream().map(one -> one.mutant().id()).toList(), survivors, whole),
                byRequirement,
                byKind,
                planMillis,
                millis);
    }

    private static Survivor survivor(Answer solution, Tried tried, String requirement, String why) {
        return new Survivor(
                tried.mutant().id(), tried.mutant().kind().words(), requirement, diff(solution, tried.mutant()), why);
    }

    private static String diff(Answer solution, Mutant mutant) {
        TreeSet<String> files = new TreeSet<>(solution.files().keySet());
        files.addAll(mutant.answer().files().keySet());
        StringBuilder diff = new StringBuilder();
        for (String file : files) {
            diff.append(FixDiff.of(file, solution.text(file), mutant.answer().text(file)));
        }
        mutant.shell().forEach((name, value) -> diff.append("in the shell: " + name + "=" + value + "\n"));
        mutant.acts().forEach(act -> diff.append("then: " + act.words() + "\n"));
        return diff.toString();
    }
}
