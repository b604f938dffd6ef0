package dev.plumbline.cohort;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plumbline.workbench.Version;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The folder of results. Every file in it appears at once and whole, so that a run that is killed leaves nothing half; several
 * processes may write to it at the same time.
 */
public final class Results {
    /** The schema of {@code cohort.json}. */
    public static final String SCHEMA = "plumbline/cohort/1";

    /** The file that says how a submission was judged, in its folder; the last that is written there. */
    static final String REPORT = "report.json";

    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    private final Path folder;
    private final String lab;

    /** In a folder that need not be there yet. */
    public Results(Path folder, String lab) {
        this.folder = folder;
        this.lab = lab;
    }

    /** Where it is. */
    public Path folder() {
        return folder;
    }

    private Path submissions() {
        return folder.resolve("submissions");
    }

    private Path of(String id) {
        return submissions().resolve(id);
    }

    /** Whether there is a result of that submission. */
    public boolean has(String id) {
        return Files.exists(of(id).resolve(REPORT));
    }

    /** Whether there is a file of that name beside its report. */
    boolean hasBeside(String id, String file) {
        return Files.isRegularFile(of(id).resolve(file));
    }

    /** The report of a submission; empty where there is none that can be read. */
    Optional<JsonNode> report(String id) {
        try {
            return Optional.of(JSON.readTree(Files.readAllBytes(of(id).resolve(REPORT))));
        } catch (IOException none) {
            return Optional.empty();
        }
    }

    /** Writes a file of a submission. */
    void write(String id, String file, String text) throws IOException {
        Path own = Files.createDirectories(of(id));
        whole(own.resolve(file), text);
    }

    /** Indented, with a final newline. */
    static String text(JsonNode node) {
        try {
            return JSON.writeValueAsString(node) + "\n";
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a tree of plain values is always writable", impossible);
        }
    }

    private static void whole(Path file, String text) throws IOException {
        Path temporary = Files.createTempFile(file.resolveSibling(".").normalize(), ".being-written-", ".tmp");
        try {
            Files.write(temporary, text.getBytes(StandardCharsets.UTF_8));
            if (Files.getFileStore(temporary).supportsFileAttributeView("posix")) {
                Files.setPosixFilePermissions(
                        temporary, java.nio.file.attribute.PosixFilePermissions.fromString("rw-r--r--"));
            }
            Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(temporary);
        }
    }

    /** Another lab that has results here, if there is one. */
    public Optional<String> otherLab() throws IOException {
        return rows().stream()
                .flatMap(row -> report(row.id()).stream())
                .map(report -> report.path("lab").asText(""))
                .filter(other -> !other.isEmpty() && !other.equals(lab))
                .findFirst();
    }

    /** Every submission that has a report here, by id. */
    public List<Row> rows() throws IOException {
        List<Row> rows = new ArrayList<>();
        if (Files.isDirectory(submissions())) {
            List<String> ids;
            try (Stream<Path> all = Files.list(submissions())) {
                ids = all.map(path -> path.getFileName().toString()).toList();
            }
            ids.forEach(id -> report(id).map(Row::of).ifPresent(rows::add));
        }
        rows.sort(Comparator.comparing(Row::id));
        return rows;
    }

    /**
     * Writes {@code cohort.json} anew from the reports that are there.
     *
     * @return its content
     */
    public String sumUp() throws IOException {
        Files.createDirectories(submissions());
        // Whoever comes last has seen all reports: several processes may finish at the same moment.
        try (FileChannel channel =
                        FileChannel.open(folder.resolve(".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock lock = channel.lock()) {
            ObjectNode root = JSON.createObjectNode();
            root.put("schema", SCHEMA).put("lab", lab).put("plumbline", Version.text());
            ArrayNode all = root.putArray("submissions");
            rows().forEach(row -> all.add(row.json()));
            String text = text(root);
            whole(folder.resolve("cohort.json"), text);
            return lock.isValid() ? text : "";
        }
    }
}
