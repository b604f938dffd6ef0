package dev.plumbline.coaching;

import dev.plumbline.grading.Diagnosis;
import dev.plumbline.grading.Finding;
import dev.plumbline.terraform.source.SourceRange;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A mistake that a recogniser has seen, with what the texts need.
 *
 * @param mistake its id
 * @param place where, if it has a place
 * @param variables for the texts
 * @param edits the smallest edit, or none
 * @param commandless true where the catalogue's command would not help this time
 */
record Sighting(
        String mistake,
        Finding.@Nullable Place place,
        Map<String, Object> variables,
        List<Diagnosis.Edit> edits,
        boolean commandless) {

    static Sighting of(String mistake) {
        return new Sighting(mistake, null, Map.of(), List.of(), false);
    }

    Sighting at(SourceRange range) {
        return at(range.file(), range.startLine(), range.startColumn());
    }

    Sighting at(String file, int line, int column) {
        return new Sighting(mistake, new Finding.Place(file, line, column), variables, edits, commandless);
    }

    /** With a variable; an empty text or null leaves it out, so that sections of the template fall away. */
    Sighting with(String name, @Nullable Object value) {
        if (value == null || value.equals("") || value.equals(false)) {
            return this;
        }
        Map<String, Object> more = new LinkedHashMap<>(variables);
        more.put(name, value);
        return new Sighting(mistake, place, more, edits, commandless);
    }

    Sighting fix(List<Diagnosis.Edit> mending) {
        return new Sighting(mistake, place, variables, List.copyOf(mending), commandless);
    }

    Sighting withoutCommand() {
        return new Sighting(mistake, place, variables, edits, true);
    }
}
