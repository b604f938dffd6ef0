package dev.plumbline.cohort.exam;

import dev.plumbline.lab.Subject;
import dev.plumbline.terraform.StateFile;
import java.util.Optional;
import java.util.TreeSet;

/** What a state that was handed in says, held against the state that the code makes when it is applied anew. */
final class StateClaim {
    private StateClaim() {}

    /** A sentence where the two disagree. The account may differ: the learner's is another one. */
    static Optional<String> against(byte[] handedIn, StateFile own, Subject subject) {
        StateFile claim = StateFile.read(handedIn);
        if (claim instanceof StateFile.Damaged damaged) {
            return Optional.of(
                    "The state that was handed in cannot be read (" + damaged.reason() + "). It was not used.");
        }
        String said = said(claim, subject);
        String made = said(own, subject);
        return said.equals(made)
                ? Optional.empty()
                : Optional.of(
                        "The state that was handed in says: " + said + ". Applied anew in a clean account, the code "
                                + "makes: " + made + ". What was handed in was not used.");
    }

    private static String said(StateFile state, Subject subject) {
        TreeSet<String> all = new TreeSet<>();
        for (StateFile.Resource resource : state.resources()) {
            if (resource.mode().equals("managed")) {
                String[] arn = resource.text("arn").split(":", 6);
                String identity = resource.type().equals(subject.resource())
                        ? " (" + resource.text(subject.identity()) + (arn.length == 6 ? " in " + arn[3] : "") + ")"
                        : "";
                all.add(resource.address() + identity);
            }
        }
        String words = all.isEmpty() ? "nothing" : String.join(", ", all);
        return words.length() <= 300 ? words : words.substring(0, 299) + "…";
    }
}
