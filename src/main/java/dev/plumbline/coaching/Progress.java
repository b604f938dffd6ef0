package dev.plumbline.coaching;

import dev.plumbline.cloud.LiveAnswer;
import dev.plumbline.grading.Verdict;
import dev.plumbline.grading.WorkAbove;
import dev.plumbline.terraform.StateFile;
import dev.plumbline.workspace.Journal;
import dev.plumbline.workspace.JournalEntry;
import dev.plumbline.workspace.WorkspaceSnapshot;
import java.util.Optional;
import java.util.function.Consumer;

/** Nothing is wrong with the code; which step is next. */
final class Progress implements Recogniser {
    /** Terraform's exit code after any answer but yes; what a signal ended has another. */
    private static final int ANSWERED_NO = 1;

    @Override
    public void look(Situation situation, Consumer<Sighting> seen) {
        if (situation.report().verdict() == Verdict.PASSED
                || situation.folder().atWork()
                || situation.subjects().isEmpty()
                || !situation.state().managed(situation.wanted().type()).isEmpty()) {
            return;
        }
        WorkspaceSnapshot folder = situation.folder();
        if (!folder.initialised()) {
            if (folder.bytes(Setup.LOCK).isEmpty()) {
                boolean ran = (folder.parent().contains(".terraform")
                                || folder.parent().contains(Setup.LOCK))
                        && WorkAbove.isLikely(situation.lab(), folder);
                seen.accept(
                        ran
                                ? Sighting.of("wrong-directory-run")
                                        .with("other", "the folder above")
                                        .with("workspace", folder.root().toString())
                                : Sighting.of("not-initialised"));
            }
            return;
        }
        if (StateHistory.of(situation).wasDestroyed()) {
            seen.accept(Sighting.of("destroyed").with("exists", true));
            return;
        }
        if (situation.isSourceOnly()
                || Live.answer(
                                situation,
                                situation.wanted().name(),
                                situation.wanted().region())
                        instanceof LiveAnswer.Found) {
            return;
        }
        seen.accept(history(situation));
    }

    /** Whether that command asks its question at all. */
    private static boolean isAsked(String words) {
        return !words.contains("-auto-approve") && !words.contains("-input");
    }

    /** What the learner's last apply was, if the journal knows. */
    private static Sighting history(Situation situation) {
        Optional<JournalEntry.Ran> last = Journal.of(situation.folder().root()).entries().stream()
                .filter(JournalEntry.Ran.class::isInstance)
                .map(JournalEntry.Ran.class::cast)
                .filter(ran -> ran.words().startsWith("terraform apply"))
                .reduce((older, newer) -> newer);
        if (last.isPresent()) {
            String words = last.get().words();
            if (words.contains("-refresh-only")) {
                return Sighting.of("refresh-only");
            }
            if (words.contains("-target") && last.get().exit() == 0) {
                return Sighting.of("target-typo");
            }
            if (last.get().exit() == ANSWERED_NO
                    && isAsked(words)
                    && situation.errors().isEmpty()) {
                return Sighting.of("apply-cancelled");
            }
        }
        if (situation.state().current() instanceof StateFile.Present present
                && present.resources().isEmpty()
                && present.serial() <= 1
                && StateHistory.of(situation).backup().isEmpty()
                && situation.errors().isEmpty()) {
            return Sighting.of("refresh-only").with("isGuess", true);
        }
        String plan = situation.folder().entries().stream()
                .map(WorkspaceSnapshot.Entry::name)
                .filter(name -> StateTrouble.isSavedPlan(situation, name))
                .findFirst()
                .orElse("");
        return Sighting.of("not-applied").with("other", plan);
    }
}
