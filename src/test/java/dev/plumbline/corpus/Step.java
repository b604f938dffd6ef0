package dev.plumbline.corpus;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** One thing that happened on the way to where the learner is. */
sealed interface Step {
    /**
     * A Terraform command.
     *
     * @param arguments the whole command line after {@code terraform}
     * @param answer what the learner typed at the prompt; null where nothing can be typed
     */
    record Terraform(List<String> arguments, @Nullable String answer) implements Step {}

    /** An apply that ends while the stream is being created. */
    record InterruptedApply(boolean killed) implements Step {}

    /** A file is written with the content of another, which lies in the case's folder. */
    record Write(String file, String source) implements Step {}

    /** A file or a folder is deleted. */
    record Remove(String file) implements Step {}

    /** A file is moved, paths taken from the workspace. */
    record Move(String from, String to) implements Step {}

    /** A file is copied, paths taken from the workspace. */
    record Copy(String from, String to) implements Step {}

    /**
     * Something happens in AWS, outside Terraform.
     *
     * @param operation as Kinesis names it: CreateStream
     * @param body its JSON
     */
    record InAws(String region, String operation, String body) implements Step {}

    /** The state file comes to harm, see {@link StateDamage}. */
    record DamageState(String how) implements Step {}

    /** A step in another folder, seen from the workspace. */
    record InFolder(String folder, Step step) implements Step {}

    /** A step that may fail. */
    record MayFail(Step step) implements Step {}
}
