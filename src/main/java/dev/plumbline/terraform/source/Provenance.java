package dev.plumbline.terraform.source;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Joins the places values came through. */
final class Provenance {

    /** A longer way says no more to a reader. */
    private static final int LONGEST = 24;

    private Provenance() {}

    static List<SourceRange> prepend(SourceRange place, List<SourceRange> rest) {
        Set<SourceRange> places = new LinkedHashSet<>();
        places.add(place);
        for (SourceRange range : rest) {
            if (places.size() >= LONGEST) {
                break;
            }
            places.add(range);
        }
        return List.copyOf(places);
    }

    static List<SourceRange> of(SourceRange place, List<Value> parts) {
        List<SourceRange> rest = new ArrayList<>();
        for (Value part : parts) {
            if (rest.size() > LONGEST) {
                break;
            }
            rest.addAll(part.via());
        }
        return prepend(place, rest);
    }
}
