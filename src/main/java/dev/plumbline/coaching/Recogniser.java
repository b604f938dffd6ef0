package dev.plumbline.coaching;

import java.util.function.Consumer;

/** Looks for one family of mistakes. Reports what it sees; ranking and folding are done afterwards. */
@FunctionalInterface
interface Recogniser {
    /** Looks at the situation. */
    void look(Situation situation, Consumer<Sighting> seen);
}
