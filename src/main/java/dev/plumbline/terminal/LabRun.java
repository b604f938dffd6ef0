package dev.plumbline.terminal;

import dev.plumbline.cloud.Backend;
import dev.plumbline.grading.Layer;
import dev.plumbline.grading.Report;
import dev.plumbline.lab.Lab;
import dev.plumbline.terraform.Cancellation;
import dev.plumbline.workbench.CloudChanges;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;

/** The lab that a session shows: what is asked for, where the work lies, and who judges it. */
public interface LabRun {
    /** The lab; in a drill with that drill's goal as its requirements. */
    Lab lab();

    /** What of it is done here. */
    Exercise exercise();

    /** The learner's folder. */
    Path workspace();

    /** The AWS that is meant; empty if there is none to reach. */
    Optional<Backend> backend();

    /** What the learner's commands find in their environment: their own, and the lab's AWS. */
    Map<String, String> environment();

    /** What comes up on the side; the session takes it while it is open. */
    Notices notices();

    /** What is changed in that AWS, where that can be known. */
    default Optional<CloudChanges> cloudChanges() {
        return Optional.empty();
    }

    /**
     * Judges the folder as it is now; takes as long as it takes.
     *
     * @param landed told as each layer's evidence comes in, with what can be said so far
     * @param cancellation thrown when a newer save makes this run pointless
     */
    Report check(Landed landed, Cancellation cancellation);

    /** Hears of interim reports. */
    @FunctionalInterface
    interface Landed {
        /** The evidence of a layer is in. */
        void tell(Layer layer, Report soFar);
    }
}
