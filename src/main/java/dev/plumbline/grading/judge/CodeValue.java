package dev.plumbline.grading.judge;

import dev.plumbline.grading.Finding;
import org.jspecify.annotations.Nullable;

/**
 * What the code says of one attribute.
 *
 * @param kind whether it says anything, and whether that can be worked out
 * @param value the value, if it is known
 * @param place where it is written; for a variable, where the resource refers to it
 * @param words how it is put in a sentence: the value, or why there is none
 */
public record CodeValue(Kind kind, @Nullable Object value, Finding.@Nullable Place place, String words) {
    /** How much is known. */
    public enum Kind {
        /** Worked out. */
        KNOWN,
        /** Not written. */
        ABSENT,
        /** Written, but it has no value: an undeclared name, a variable nobody gives a value. */
        VALUELESS,
        /** Written, and only Terraform can work it out. */
        OPEN
    }

    /** Not written. */
    public static CodeValue absent() {
        return new CodeValue(Kind.ABSENT, null, null, "nothing");
    }
}
