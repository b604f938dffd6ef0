package dev.plumbline.cohort.results;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import dev.plumbline.cohort.bundle.BundleJson;
import dev.plumbline.cohort.results.Results.Unread;
import dev.plumbline.grading.Report;
import dev.plumbline.workbench.FileTrouble;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Reads {@code submissions/ID/report.json} below a folder. A file that is none is named, and the rest is read. */
public final class ResultsReader {
    private static final int LARGEST = 8 << 20;

    private final Path folder;
    private final List<Graded> graded = new ArrayList<>();
    private final List<Unread> unread = new ArrayList<>();

    private ResultsReader(Path folder) {
        this.folder = folder;
    }

    /**
     * Reads them.
     *
     * @throws IOException if the folder cannot be listed
     */
    public static Results read(Path folder) throws IOException {
        ResultsReader reader = new ResultsReader(folder);
        Path submissions = folder.resolve("submissions");
        if (Files.isDirectory(submissions)) {
            try (Stream<Path> all = Files.list(submissions)) {
                all.filter(Files::isDirectory).sorted().forEach(reader::submission);
            }
        }
        return new Results(folder, reader.graded, reader.unread);
    }

    private void submission(Path own) {
        Path file = own.resolve("report.json");
        String name = folder.relativize(file).toString().replace('\\', '/');
        if (!Files.exists(file)) {
            unread.add(new Unread(name, "there is none: grading has not finished with it."));
            return;
        }
        try {
            JsonNode report = BundleJson.read(bytes(file));
            String schema = report.path("schema").asText("");
            if (!schema.equals(Report.SCHEMA)) {
                unread.add(new Unread(name, "it does not have the schema " + Report.SCHEMA + "."));
                return;
            }
            graded.add(GradedJson.read(String.valueOf(own.getFileName()), report));
        } catch (JsonProcessingException broken) {
            unread.add(new Unread(name, "it is not JSON: " + BundleJson.reason(broken) + "."));
        } catch (IOException refused) {
            unread.add(new Unread(name, FileTrouble.reason(refused) + "."));
        }
    }

    private static byte[] bytes(Path file) throws IOException {
        if (!Files.isRegularFile(file)) {
            throw new IOException("it is not a file");
        }
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(LARGEST + 1);
            if (bytes.length > LARGEST) {
                throw new IOException("it has more than " + LARGEST + " bytes");
            }
            return bytes;
        }
    }
}
