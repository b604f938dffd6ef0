package dev.plumbline.authoring.lint;

import dev.plumbline.lab.Check;
import dev.plumbline.lab.Lab;
import dev.plumbline.lab.LabCase;
import dev.plumbline.lab.Requirement;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A lab with all that belongs to it.
 *
 * @param lab with the values as written
 * @param everyForm the lab for several drawn values, so that requirements and drills of other variants are seen too
 * @param mistakes the ids of all mistakes of its catalogues
 * @param texts its content files by name, {@code task.md}
 */
record Scene(Lab lab, List<Lab> everyForm, List<LabCase> cases, List<String> mistakes, Map<String, String> texts) {
    /** How a content file is shown. */
    String shown(String text) {
        return "content/" + lab.id() + "/" + text;
    }

    /** How the lab's file is shown. */
    String labFile() {
        return "labs/" + lab.id() + "/lab.yaml";
    }

    /** Where things stand in the lab's file. */
    Places places() {
        return Places.of(lab.labDirectory().resolve("lab.yaml"), labFile());
    }

    /** The requirements of all forms, each once. */
    List<Requirement> requirements() {
        Map<String, Requirement> byId = new LinkedHashMap<>();
        everyForm.forEach(form -> form.requirements().forEach(r -> byId.putIfAbsent(r.id(), r)));
        return List.copyOf(byId.values());
    }

    /** A check and those in it. */
    static Stream<Check> flat(Check check) {
        return check instanceof Check.All several ? several.checks().stream().flatMap(Scene::flat) : Stream.of(check);
    }

    /** The Markdown files of a lab. */
    static Map<String, String> textsOf(Lab lab) {
        Map<String, String> texts = new LinkedHashMap<>();
        if (!Files.isDirectory(lab.contentDirectory())) {
            return texts;
        }
        try (Stream<Path> files = Files.list(lab.contentDirectory())) {
            for (Path file :
                    files.filter(f -> f.toString().endsWith(".md")).sorted().toList()) {
                texts.put(file.getFileName().toString(), Files.readString(file, StandardCharsets.UTF_8));
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return texts;
    }
}
