package dev.plumbline.coaching;

import dev.plumbline.grading.Remedy;
import dev.plumbline.grading.Status;
import java.util.function.Consumer;

/** What the lab began with is lost. Whatever else there is to say, only a new beginning helps. */
final class Lost implements Recogniser {
    @Override
    public void look(Situation situation, Consumer<Sighting> seen) {
        boolean lost = situation.report().requirements().stream()
                .anyMatch(r -> r.status() != Status.MET && r.remedy() == Remedy.RESET);
        if (lost && !situation.isSourceOnly()) {
            seen.accept(Sighting.of("original-gone")
                    .with("anew", Live.subject(situation).isPresent()));
        }
    }
}
