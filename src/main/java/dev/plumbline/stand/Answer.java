package dev.plumbline.stand;

import dev.plumbline.lab.Lab;
import dev.plumbline.lab.LabText;
import dev.plumbline.workbench.UserError;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The files of one answer to a lab.
 *
 * @param files the bytes by path relative to the learner's folder, with forward slashes
 */
public record Answer(Map<String, byte[]> files) {
    /** An answer without a file. */
    public static final Answer NOTHING = new Answer(Map.of());

    public Answer {
        files = Map.copyOf(files);
    }

    /** The files of a folder of the lab, with its parameters filled in; {@code case.yaml} is none of them. */
    public static Answer of(Lab lab, Path folder) {
        if (!Files.isDirectory(folder)) {
            return NOTHING;
        }
        Map<String, byte[]> files = new LinkedHashMap<>();
        try (Stream<Path> all = Files.walk(folder)) {
            List<Path> found = all.filter(Files::isRegularFile)
                    .filter(file -> !file.equals(folder.resolve("case.yaml")))
                    .sorted()
                    .toList();
            for (Path file : found) {
                files.put(folder.relativize(file).toString().replace('\\', '/'), filled(lab, Files.readAllBytes(file)));
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return new Answer(files);
    }

    /**
     * The lab's solution.
     *
     * @throws UserError where there is none: then there is nothing to hold the lab against
     */
    public static Answer solution(Lab lab) {
        Path folder = lab.labDirectory().resolve("solution");
        Answer solution = of(lab, folder);
        if (solution.text(lab.rules().codeFile()).isBlank()) {
            throw UserError.usage("The lab " + lab.id() + " has no solution. Write "
                    + folder.resolve(lab.rules().codeFile()) + " first.");
        }
        return solution;
    }

    /** A text as its only file. */
    public static Answer text(String file, String text) {
        return new Answer(Map.of(file, text.getBytes(StandardCharsets.UTF_8)));
    }

    private static byte[] filled(Lab lab, byte[] bytes) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
            return LabText.of(lab).render(text).getBytes(StandardCharsets.UTF_8);
        } catch (CharacterCodingException notText) {
            return bytes;
        }
    }

    /** The text of a file; empty where there is none. */
    public String text(String file) {
        byte[] bytes = files.get(file);
        return bytes == null ? "" : new String(bytes, StandardCharsets.UTF_8);
    }

    /** The same with one file more, or another one in its place. */
    public Answer with(String file, String text) {
        Map<String, byte[]> more = new LinkedHashMap<>(files);
        more.put(file, text.getBytes(StandardCharsets.UTF_8));
        return new Answer(more);
    }

    /** The same without a file. */
    public Answer without(String file) {
        Map<String, byte[]> fewer = new LinkedHashMap<>(files);
        fewer.remove(file);
        return new Answer(fewer);
    }
}
