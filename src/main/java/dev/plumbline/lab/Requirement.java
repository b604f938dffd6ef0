package dev.plumbline.lab;

import java.util.List;

/**
 * One line of the task that is checked and has points.
 *
 * @param id stable, lower case with dashes; part of the report's contract
 * @param title what must hold, in a few words
 * @param points what it is worth
 * @param needs ids of requirements that must not be unmet before this one can be judged
 * @param check how it is judged
 * @param messages what is said in each outcome; a missing one falls back to the check's own words
 */
public record Requirement(String id, String title, int points, List<String> needs, Check check, Messages messages) {
    public Requirement {
        needs = List.copyOf(needs);
    }

    /**
     * Templates for what is said, filled in by {@link LabText}. Variables: {@code expected}, {@code actual}, {@code
     * file}, {@code line}, {@code column}, {@code parameters.NAME}, {@code lab}.
     */
    public record Messages(String met, String unmet, String pending, String blocked) {
        /** No words of the lab's own. */
        public static final Messages NONE = new Messages("", "", "", "");
    }
}
