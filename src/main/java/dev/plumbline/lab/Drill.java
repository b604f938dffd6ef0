package dev.plumbline.lab;

import java.util.List;

/**
 * A break-and-repair exercise on a finished lab.
 *
 * @param id lower case with dashes
 * @param title a few words
 * @param story what the learner is told has happened; may speak of {@code {{workspace}}} and {@code {{address}}}, for {@link
 *     LabText} to fill in
 * @param goal what the grader wants to see: ids of requirements that must be met again
 * @param own further requirements that only this drill has
 * @param steps what breaks it
 * @param hints from a nudge to the exact place, for as long as things are as the story tells
 * @param mistakes what the coach sees as long as they are, any one of these; empty where the hints hold throughout
 */
public record Drill(
        String id,
        String title,
        String story,
        List<String> goal,
        List<Requirement> own,
        List<SetupStep> steps,
        List<String> hints,
        List<String> mistakes) {
    public Drill {
        goal = List.copyOf(goal);
        own = List.copyOf(own);
        steps = List.copyOf(steps);
        hints = List.copyOf(hints);
        mistakes = List.copyOf(mistakes);
    }
}
