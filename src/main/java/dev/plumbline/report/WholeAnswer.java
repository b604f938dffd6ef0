package dev.plumbline.report;

import dev.plumbline.grading.Diagnosis;
import java.util.regex.Pattern;

/**
 * Whether an edit would write the whole answer: a resource where the file has none. Such an edit is right, and it is made
 * on request; shown unasked it would take the exercise away.
 */
public final class WholeAnswer {
    private static final Pattern RESOURCE =
            Pattern.compile("(?m)^[ \\t]*resource[ \\t]+\"[^\"\\n]+\"[^\\n]*\\{[ \\t]*$");

    private WholeAnswer() {}

    /** Whether a fix would, by what the learner's files hold now. */
    public static boolean isWrittenBy(Diagnosis.Fix fix, SourceFiles files) {
        return fix.edits().stream()
                .anyMatch(edit -> RESOURCE.matcher(edit.newText()).find()
                        && !RESOURCE.matcher(files.text(edit.file()).orElse("")).find());
    }
}
