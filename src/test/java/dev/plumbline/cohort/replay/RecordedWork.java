package dev.plumbline.cohort.replay;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plumbline.cohort.bundle.BundleJson;
import dev.plumbline.cohort.bundle.BundlePath;
import dev.plumbline.cohort.bundle.BundleWriter;
import dev.plumbline.cohort.bundle.Checksum;
import dev.plumbline.cohort.bundle.LabHash;
import dev.plumbline.cohort.bundle.Manifest;
import dev.plumbline.lab.LabCatalogue;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** A bundle that was written from real work with real Terraform, kept as its files, to be packed as it is or forged. */
final class RecordedWork {
    private static final Path FILES = Path.of("src/test/resources/bundle/passed");

    private final Map<String, byte[]> files = new TreeMap<>();

    RecordedWork() throws IOException {
        try (Stream<Path> all = Files.walk(FILES)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                files.put(FILES.relativize(file).toString().replace('\\', '/'), Files.readAllBytes(file));
            }
        }
        files.remove(BundlePath.MANIFEST);
    }

    RecordedWork text(String path, UnaryOperator<String> edit) {
        String before = new String(files.getOrDefault(path, new byte[0]), StandardCharsets.UTF_8);
        String after = edit.apply(before);
        if (after.equals(before)) {
            throw new AssertionError("nothing was changed in " + path);
        }
        files.put(path, after.getBytes(StandardCharsets.UTF_8));
        return this;
    }

    RecordedWork json(String path, Consumer<JsonNode> edit) throws IOException {
        JsonNode root = BundleJson.read(files.getOrDefault(path, new byte[0]));
        edit.accept(root);
        files.put(path, BundleJson.bytes(root));
        return this;
    }

    RecordedWork without(String path) {
        files.remove(path);
        return this;
    }

    /** As a careful forger does: the evidence names the files as they are now. */
    RecordedWork claimedAsJudged() throws IOException {
        return json(BundlePath.EVIDENCE, evidence -> {
            ObjectNode from = ((ObjectNode) evidence).putObject("from");
            files.forEach((path, bytes) -> {
                if (path.startsWith(BundlePath.WORK) || path.equals(BundlePath.PLAN)) {
                    from.put(path, Checksum.of(bytes));
                }
            });
        });
    }

    /** With a manifest that fits. */
    Path pack(Path file) throws IOException {
        Manifest manifest = new Manifest(
                "kinesis-stream",
                LabHash.of(new LabCatalogue(Path.of("")).load("kinesis-stream")),
                null,
                "0.1.0",
                Map.of("terraform", "1.11.4", "provider", "5.100.0", "aws", "embedded"),
                Instant.parse("2026-11-26T23:16:52Z"),
                List.of(),
                List.of(),
                List.of());
        return Files.write(file, BundleWriter.pack(manifest, files));
    }
}
