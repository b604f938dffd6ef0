package dev.plumbline.lab;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** {@code labs/<id>/mutants.yaml}: survivors that the author accepts, each with a reason. */
public final class AcceptedMutants {
    private final List<Entry> entries;

    AcceptedMutants(List<Entry> entries) {
        this.entries = List.copyOf(entries);
    }

    /**
     * One of them.
     *
     * @param mutant the mutant's id; a star stands for any text
     * @param reason why it may pass
     */
    record Entry(String mutant, String reason) {
        boolean matches(String id) {
            String[] parts = mutant.split("\\*", -1);
            if (!id.startsWith(parts[0])) {
                return false;
            }
            int at = parts[0].length();
            for (int i = 1; i < parts.length; i++) {
                boolean last = i == parts.length - 1;
                int found = last && !parts[i].isEmpty() ? id.lastIndexOf(parts[i]) : id.indexOf(parts[i], at);
                if (found < at) {
                    return false;
                }
                at = last && parts[i].isEmpty() ? id.length() : found + parts[i].length();
            }
            return at == id.length();
        }
    }

    /**
     * Reads the file; nothing is accepted where there is none.
     *
     * @throws LabFileException with everything that is wrong in it
     */
    public static AcceptedMutants of(Lab lab) {
        Path file = lab.labDirectory().resolve("mutants.yaml");
        if (!Files.exists(file)) {
            return new AcceptedMutants(List.of());
        }
        Problems problems = new Problems();
        YamlNode root = YamlFile.read(file, "labs/" + lab.id() + "/mutants.yaml", problems);
        List<Entry> entries = new ArrayList<>();
        if (root != null) {
            root.allow("accepted");
            for (YamlNode node : root.list("accepted")) {
                node.allow("mutant", "reason");
                entries.add(new Entry(node.text("mutant"), node.text("reason")));
            }
        }
        problems.throwIfAny();
        return new AcceptedMutants(entries);
    }

    /** Why a mutant is accepted, if it is. */
    public Optional<String> reason(String id) {
        return entries.stream()
                .filter(entry -> entry.matches(id))
                .map(Entry::reason)
                .findFirst();
    }

    /**
     * The entries that no survivor needs.
     *
     * @param tried the ids of all mutants that were tried
     * @param survivors the ids of those that survived
     * @param whole whether that was all there are; if not, nothing is known of an entry that names none of them
     */
    public List<String> unneeded(List<String> tried, List<String> survivors, boolean whole) {
        return entries.stream()
                .filter(entry -> whole || tried.stream().anyMatch(entry::matches))
                .filter(entry -> survivors.stream().noneMatch(entry::matches))
                .map(Entry::mutant)
                .toList();
    }
}
