package dev.plumbline.cohort.vetting;

import dev.plumbline.terraform.source.SourceRange;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;

/** What the rules find, while they look. */
final class Found {
    private final SortedSet<Objection> objections = new TreeSet<>();
    private final Set<String> secrets = new LinkedHashSet<>();
    private final Set<String> notes = new LinkedHashSet<>();
    private boolean doubtful;

    /** An objection at a place. */
    void object(SourceRange place, String what) {
        object(place.file(), place.startLine(), what);
    }

    /** The same by file and line. */
    void object(String file, int line, String what) {
        if (objections.size() < 100) {
            objections.add(new Objection(file, line, what));
        }
    }

    /** Whether there is an objection to that line already. */
    boolean objectsTo(String file, int line) {
        return objections.stream().anyMatch(o -> o.file().equals(file) && o.line() == line);
    }

    /** Something that Terraform has to refuse, or else nothing is applied: this reading does not know it. */
    void doubt() {
        doubtful = true;
    }

    /** A text that must appear in no report. */
    void secret(String text) {
        secrets.add(text);
    }

    /** Worth saying, and no objection. */
    void note(String words) {
        notes.add(words);
    }

    Vetting end(boolean broken) {
        return new Vetting(
                objections.stream().toList(), broken, doubtful, notes.stream().toList(), Set.copyOf(secrets));
    }
}
