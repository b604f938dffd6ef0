package dev.plumbline.cohort;

import dev.plumbline.cohort.intake.Intake;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Gives submissions their ids: the same whatever order they are named in. */
public final class Roll {
    private static final List<String> ENDINGS = List.of(".tar.gz", ".tgz", ".tar", ".zip", ".plumbline");
    private static final int LONGEST = 80;
    private static final int SUFFIX = 8;

    private Roll() {}

    /** The submissions by id; one that is named twice is there once. */
    public static List<Entry> call(List<Path> sources) {
        Map<Path, Path> distinct = new LinkedHashMap<>();
        sources.forEach(source -> distinct.putIfAbsent(real(source), source));
        Map<String, List<Entry>> byName = new TreeMap<>();
        distinct.forEach((real, source) -> {
            String name = name(real);
            byName.computeIfAbsent(name.toLowerCase(Locale.ROOT), key -> new ArrayList<>())
                    .add(new Entry(name, source, Intake.read(source).sha256()));
        });
        List<Entry> all = new ArrayList<>();
        byName.values().forEach(same -> all.addAll(same.size() == 1 ? same : apart(same)));
        all.sort(Comparator.comparing(Entry::id));
        return all;
    }

    /** Of one name: by their content; of one content too: by where they lie. */
    private static List<Entry> apart(List<Entry> same) {
        List<Entry> sorted = new ArrayList<>(same);
        sorted.sort(Comparator.comparing(Entry::sha256)
                .thenComparing(entry -> real(entry.source()).toString()));
        List<Entry> apart = new ArrayList<>();
        Map<String, Integer> taken = new LinkedHashMap<>();
        for (Entry entry : sorted) {
            String id = entry.id() + "-" + entry.sha256().substring(0, SUFFIX);
            int nth = taken.merge(id.toLowerCase(Locale.ROOT), 1, Integer::sum);
            apart.add(new Entry(nth == 1 ? id : id + "-" + nth, entry.source(), entry.sha256()));
        }
        return apart;
    }

    private static Path real(Path source) {
        try {
            return source.toRealPath();
        } catch (IOException gone) {
            return source.toAbsolutePath().normalize();
        }
    }

    /** The file's name without the ending of an archive, in letters that are safe everywhere. */
    static String name(Path source) {
        String name = source.getFileName() == null ? "" : source.getFileName().toString();
        for (String ending : ENDINGS) {
            if (name.toLowerCase(Locale.ROOT).endsWith(ending) && name.length() > ending.length()) {
                name = name.substring(0, name.length() - ending.length());
                break;
            }
        }
        String safe = name.replaceAll("[^A-Za-z0-9._@+-]", "_").replaceFirst("^[.-]", "_");
        if (!safe.equals(name) || safe.length() > LONGEST) {
            // Two names that become one must not depend on which came first.
            String cut = safe.length() > LONGEST ? safe.substring(0, LONGEST) : safe;
            return cut + "-"
                    + Integer.toHexString(
                            new String(name.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8).hashCode());
        }
        return safe.isEmpty() ? "submission" : safe;
    }
}
