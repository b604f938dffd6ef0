package dev.plumbline.workbench;

import dev.plumbline.grading.History;
import dev.plumbline.sandbox.SandboxLink;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** What the learner was seen to run: the journal of their commands. */
final class HistoryReader {
    private HistoryReader() {}

    static History read(Path folder, @Nullable SandboxLink link) {
        return History.NONE;
    }
}
