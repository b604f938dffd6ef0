package dev.plumbline.lab;

import java.util.List;

/**
 * How a requirement is judged: a closed vocabulary over named facts of every layer. Attribute paths are the provider's
 * own names, with dots through nested blocks ({@code stream_mode_details.stream_mode}), the same in the file, the plan, the
 * state and the live cloud.
 */
public sealed interface Check {
    /** All Terraform code of the workspace is in the one file the workspace rules name. */
    record SingleFile() implements Check {}

    /**
     * An attribute of the subject (or of another resource type) satisfies a predicate, in the file and live.
     *
     * @param resource the resource type, or empty for the lab's subject
     * @param attribute the path of the attribute
     * @param predicate what must hold of its value
     * @param written whether the file itself has to say it, or the provider's default will do
     */
    record Attribute(String resource, String attribute, Predicate predicate, Written written) implements Check {}

    /** Whether an attribute must stand in the file. */
    enum Written {
        /** The file must say it: a right live value that the file does not state is not enough. */
        REQUIRED,
        /** The provider's default may supply it. */
        OPTIONAL
    }

    /** The subject lives in this region by its ARN, and the file does not say otherwise. */
    record Region(String equals) implements Check {}

    /** How many instances of a resource type the file asks for and the state holds. */
    record Count(String resource, Predicate predicate) implements Check {}

    /** The subject is in the state, lives, and a plan run by the grader has no change. */
    record NoChanges() implements Check {}

    /** The subject is managed: recorded in the state and alive. */
    record Managed() implements Check {}

    /** The live subject is the very one that the lab's setup made, not a re-creation. */
    record Preserved() implements Check {}

    /** Nothing of the subject's type and identity lives in any other region than the lab's. */
    record NowhereElse() implements Check {}

    /** No plan action of these kinds for the subject ({@code create}, {@code update}, {@code delete}, {@code replace}). */
    record PlanHasNo(List<String> actions) implements Check {
        public PlanHasNo {
            actions = List.copyOf(actions);
        }
    }

    /** The file does not tell Terraform to look away from anything of the subject ({@code ignore_changes}). */
    record NothingIgnored() implements Check {}

    /** Every one of several checks. */
    record All(List<Check> checks) implements Check {
        public All {
            checks = List.copyOf(checks);
        }
    }

    /** A check in Java, found by name through {@link java.util.ServiceLoader}, where the vocabulary ends. */
    record Custom(String name) implements Check {}
}
