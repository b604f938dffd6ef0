package dev.plumbline.lab;

import java.util.List;

/**
 * One ladder of hints, from {@code content/<lab>/hints.yaml}.
 *
 * @param requirement the requirement it helps with
 * @param when the situation it is for, in the author's word ({@code any}, a status, a stage, {@link #UNAPPLIED})
 * @param mistake the diagnosis it is for; empty for any
 * @param steps from a nudge to the exact place, never the answer first; templates for {@link LabText}
 */
public record Hint(String requirement, String when, String mistake, List<String> steps) {
    /** Unmet in the account alone: the file is right, and nothing in it is to be changed. */
    public static final String UNAPPLIED = "unapplied";

    public Hint {
        steps = List.copyOf(steps);
    }
}
