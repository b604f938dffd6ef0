package dev.plumbline.lab;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * The labs of an installation: {@code labs/<id>/lab.yaml} below the home folder, their texts in {@code content/<id>},
 * their mistake catalogues in {@code graders/}.
 */
public final class LabCatalogue {
    private final Path home;
    private final List<Path> further;

    /** The labs below this folder. */
    public LabCatalogue(Path home) {
        this(home, List.of());
    }

    private LabCatalogue(Path home, List<Path> further) {
        this.home = home.toAbsolutePath().normalize();
        this.further = List.copyOf(further);
    }

    /** The same with an author's own folder of labs besides; of two labs of one id, the earlier folder's is meant. */
    public LabCatalogue and(Path folder) {
        Path own = folder.toAbsolutePath().normalize();
        if (own.equals(home) || further.contains(own) || !Files.isDirectory(own.resolve("labs"))) {
            return this;
        }
        List<Path> all = new ArrayList<>(further);
        all.add(own);
        return new LabCatalogue(home, all);
    }

    /** The folder that holds {@code labs}, {@code content} and {@code graders}. */
    public Path home() {
        return home;
    }

    /**
     * The ids of all labs, in the order of their folders' names, the first lab ahead.
     *
     * @throws LabFileException if there is no folder of labs
     */
    public List<String> ids() {
        List<String> ids = new ArrayList<>(idsBelow(home));
        for (Path folder : further) {
            idsBelow(folder).stream().filter(id -> !ids.contains(id)).forEach(ids::add);
        }
        if (ids.remove("kinesis-stream")) {
            ids.add(0, "kinesis-stream");
        }
        return ids;
    }

    private static List<String> idsBelow(Path folder) {
        try (Stream<Path> folders = Files.list(folder.resolve("labs"))) {
            return folders.filter(lab -> Files.isRegularFile(lab.resolve("lab.yaml")))
                    .map(lab -> lab.getFileName().toString())
                    .sorted()
                    .toList();
        } catch (IOException unreadable) {
            throw new LabFileException(
                    List.of(LabProblem.of("labs", "there is no such folder in " + folder, "Reinstall Plumbline")));
        }
    }

    private Path homeOf(String id) {
        return Stream.concat(Stream.of(home), further.stream())
                .filter(folder ->
                        Files.isRegularFile(folder.resolve("labs").resolve(id).resolve("lab.yaml")))
                .findFirst()
                .orElse(home);
    }

    /**
     * All labs with the values as written.
     *
     * @throws LabFileException if one of them is broken
     */
    public List<Lab> list() {
        return ids().stream().map(this::load).toList();
    }

    /**
     * One lab with the values as written.
     *
     * @throws LabFileException if there is none of that id (naming the nearest), or its file is broken
     */
    public Lab load(String id) {
        return load(id, parameters -> parameters);
    }

    /** One lab with values drawn from the seed, for practice; the same seed draws the same on every machine. */
    public Lab draw(String id, long seed) {
        return load(id, parameters -> parameters.draw(seed));
    }

    /**
     * One lab with values of the caller's choice.
     *
     * @param choose gets the parameters as written and answers with those to be in force
     * @throws LabFileException if there is none of that id, or its file is broken
     */
    public Lab load(String id, UnaryOperator<Parameters> choose) {
        List<String> ids = ids();
        if (!ids.contains(id)) {
            throw new LabFileException(
                    List.of(LabProblem.of("labs", "there is no lab '" + id + "'", Nearest.hint(id, ids))));
        }
        return LabLoader.load(homeOf(id), id, choose);
    }
}
