package dev.plumbline.cohort.results;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.Set;

/** What a cohort's results come to: how many of each verdict, how each requirement fared, which mistakes are frequent. */
public final class Tally {
    /** The verdicts in the order in which people want to see them. */
    static final List<String> VERDICTS = List.of("passed", "failed", "not-gradable", "could-not-grade");

    /** The statuses in the order of the tables. */
    static final List<String> STATUSES = List.of("met", "unmet", "pending", "blocked");

    private final Results results;

    /** Of those results. */
    public Tally(Results results) {
        this.results = results;
    }

    /** How one requirement fared: its status by how often. */
    record Fared(String lab, String id, String title, Map<String, Integer> statuses, int of) {
        int count(String status) {
            return statuses.getOrDefault(status, 0);
        }
    }

    /**
     * A mistake and in how many submissions it was made.
     *
     * @param submission the first of them, as an example
     * @param example how it was made there
     */
    record Frequent(String id, String title, int count, String submission, Graded.Mistake example) {}

    /** How many of each verdict; a verdict that is none of ours is counted under its own word. */
    Map<String, Integer> verdicts() {
        Map<String, Integer> counts = new LinkedHashMap<>();
        VERDICTS.forEach(verdict -> counts.put(verdict, 0));
        results.graded().forEach(g -> counts.merge(g.verdict(), 1, Integer::sum));
        return counts;
    }

    /** The labs that were graded. */
    List<String> labs() {
        return results.graded().stream().map(Graded::lab).distinct().sorted().toList();
    }

    /** Every requirement of every lab, in the order of the reports. */
    List<Fared> requirements() {
        Map<String, Map<String, Integer>> counts = new LinkedHashMap<>();
        Map<String, Graded.Requirement> firsts = new LinkedHashMap<>();
        Map<String, String> labs = new LinkedHashMap<>();
        for (String lab : labs()) {
            for (Graded graded : results.graded()) {
                if (graded.lab().equals(lab)) {
                    for (Graded.Requirement requirement : graded.requirements()) {
                        String key = lab + "/" + requirement.id();
                        firsts.putIfAbsent(key, requirement);
                        labs.putIfAbsent(key, lab);
                        counts.computeIfAbsent(key, k -> new LinkedHashMap<>())
                                .merge(requirement.status(), 1, Integer::sum);
                    }
                }
            }
        }
        List<Fared> all = new ArrayList<>();
        firsts.forEach((key, requirement) -> {
            Map<String, Integer> statuses = counts.getOrDefault(key, Map.of());
            int of = statuses.values().stream().mapToInt(Integer::intValue).sum();
            all.add(new Fared(labs.getOrDefault(key, ""), requirement.id(), requirement.title(), statuses, of));
        });
        return all;
    }

    /** The ids of all requirements, each once: the columns of a table with one row a submission. */
    Set<String> requirementIds() {
        Set<String> ids = new LinkedHashSet<>();
        requirements().forEach(r -> ids.add(r.id()));
        return Collections.unmodifiableSet(ids);
    }

    /** The mistakes, the most frequent first; one counts once a submission. */
    List<Frequent> mistakes() {
        Map<String, Frequent> counts = new LinkedHashMap<>();
        for (Graded graded : results.graded()) {
            Set<String> counted = new LinkedHashSet<>();
            for (Graded.Mistake mistake : graded.mistakes()) {
                if (counted.add(mistake.id())) {
                    Frequent one = new Frequent(mistake.id(), mistake.title(), 1, graded.id(), mistake);
                    counts.merge(
                            mistake.id(),
                            one,
                            (old, more) -> new Frequent(
                                    old.id(), old.title(), old.count() + 1, old.submission(), old.example()));
                }
            }
        }
        return counts.values().stream()
                .sorted(Comparator.comparingInt((Frequent f) -> -f.count()).thenComparing(Frequent::id))
                .toList();
    }

    /** The mean score of those that were judged; empty if none was. */
    OptionalDouble meanScore() {
        return results.graded().stream()
                .flatMap(g -> java.util.stream.Stream.ofNullable(g.score()))
                .mapToInt(Integer::intValue)
                .average();
    }
}
