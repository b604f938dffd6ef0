package dev.plumbline.coaching;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Catalogues that have been read; an installation's do not change while the program runs. */
final class Catalogues {
    private static final Map<List<Object>, Catalogue> READ = new ConcurrentHashMap<>();

    private Catalogues() {}

    /** The catalogues of those names; the general one belongs to every lab. */
    static Catalogue of(Path home, List<String> names) {
        List<String> all = names.contains("terraform") ? names : prepend(names);
        return READ.computeIfAbsent(List.of(home, all), key -> CatalogueReader.read(home, all));
    }

    private static List<String> prepend(List<String> names) {
        List<String> all = new java.util.ArrayList<>(names);
        all.add(0, "terraform");
        return List.copyOf(all);
    }
}
