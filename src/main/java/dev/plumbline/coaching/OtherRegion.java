package dev.plumbline.coaching;

import dev.plumbline.terraform.StateFile;
import java.util.function.Consumer;

/** The code names the right region, and the state has the subject in another one, where it was applied before. */
final class OtherRegion {
    private OtherRegion() {}

    /**
     * The state has the one in another region, and the wanted region has one too. The provider finds that one by its name,
     * so plan says "No changes."
     */
    static void look(Situation situation, Consumer<Sighting> seen) {
        for (StateFile.Resource recorded :
                situation.state().managed(situation.wanted().type())) {
            String name = recorded.text(situation.wanted().identity());
            if (isElsewhere(situation, recorded)
                    && Live.find(situation, name, situation.wanted().region()).isPresent()) {
                boolean both = Live.find(situation, name, Live.region(recorded)).isPresent();
                seen.accept(at(situation, Sighting.of("state-in-other-region"))
                        .with("found", Live.region(recorded))
                        .with("address", recorded.address())
                        .with("old", name)
                        .with("both", both));
                return;
            }
        }
    }

    /** The subject that the state has is in another region, and a plan for the wanted one would leave it there. */
    static boolean leftBehind(Situation situation, StateFile.Resource recorded, Consumer<Sighting> seen) {
        String name = recorded.text(situation.wanted().identity());
        boolean left = situation.subject() != null
                && isElsewhere(situation, recorded)
                && Live.find(situation, name, Live.region(recorded)).isPresent();
        if (left) {
            seen.accept(at(situation, Sighting.of("wrong-region-corrected"))
                    .with("found", Live.region(recorded))
                    .with("old", name));
        }
        return left;
    }

    private static boolean isElsewhere(Situation situation, StateFile.Resource recorded) {
        String region = Live.region(recorded);
        String wanted = situation.wanted().region();
        return !region.isEmpty() && !wanted.isEmpty() && !region.equals(wanted);
    }

    private static Sighting at(Situation situation, Sighting sighting) {
        return RegionFix.place(situation).map(sighting::at).orElse(sighting);
    }
}
