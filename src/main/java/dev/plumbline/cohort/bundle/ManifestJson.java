package dev.plumbline.cohort.bundle;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.plumbline.cohort.bundle.Manifest.LeftOut;
import dev.plumbline.cohort.bundle.Manifest.Masked;
import dev.plumbline.cohort.bundle.Manifest.Part;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A manifest as JSON, schema {@code plumbline/bundle/1}. */
final class ManifestJson {
    private ManifestJson() {}

    static byte[] write(Manifest manifest) {
        ObjectNode root = BundleJson.object();
        root.put("schema", Manifest.SCHEMA);
        root.put("lab", manifest.lab());
        root.put("labHash", manifest.labHash());
        if (manifest.seed() != null) {
            root.put("seed", manifest.seed());
        }
        root.put("plumbline", manifest.plumbline());
        ObjectNode tools = root.putObject("tools");
        manifest.tools().forEach(tools::put);
        root.put("written", manifest.written().toString());
        ArrayNode files = root.putArray("files");
        manifest.files().forEach(f -> files.addObject()
                .put("path", f.path())
                .put("sha256", f.sha256())
                .put("bytes", f.bytes()));
        ArrayNode masked = root.putArray("masked");
        manifest.masked().forEach(m -> {
            ObjectNode one = masked.addObject().put("file", m.file());
            if (m.line() > 0) {
                one.put("line", m.line());
            }
            one.put("what", m.what());
        });
        ArrayNode leftOut = root.putArray("leftOut");
        manifest.leftOut()
                .forEach(l -> leftOut.addObject().put("name", l.name()).put("why", l.why()));
        return BundleJson.bytes(root);
    }

    /**
     * Reads one that a stranger may have written.
     *
     * @throws BundleException if it is none, or one of another version
     */
    static Manifest read(byte[] bytes) throws BundleException {
        JsonNode root;
        try {
            root = BundleJson.read(bytes);
        } catch (JsonProcessingException broken) {
            throw new BundleException(
                    "Its " + BundlePath.MANIFEST + " is not JSON: " + BundleJson.reason(broken) + ".");
        }
        requireVersion(root.path("schema").asText(""));
        List<Part> files = new ArrayList<>();
        root.path("files")
                .forEach(f -> files.add(new Part(
                        f.path("path").asText(),
                        f.path("sha256").asText(),
                        f.path("bytes").asLong(-1))));
        List<Masked> masked = new ArrayList<>();
        root.path("masked")
                .forEach(m -> masked.add(new Masked(
                        m.path("file").asText(),
                        m.path("line").asInt(),
                        m.path("what").asText())));
        List<LeftOut> leftOut = new ArrayList<>();
        root.path("leftOut")
                .forEach(l -> leftOut.add(
                        new LeftOut(l.path("name").asText(), l.path("why").asText())));
        Map<String, String> tools = new LinkedHashMap<>();
        root.path("tools")
                .properties()
                .forEach(t -> tools.put(t.getKey(), t.getValue().asText()));
        return new Manifest(
                required(root, "lab"),
                root.path("labHash").asText(""),
                root.path("seed").isIntegralNumber() ? (Long) root.path("seed").asLong() : null,
                root.path("plumbline").asText(""),
                tools,
                written(root),
                files,
                masked,
                leftOut);
    }

    private static void requireVersion(String schema) throws BundleException {
        if (schema.equals(Manifest.SCHEMA)) {
            return;
        }
        if (schema.startsWith(Manifest.FAMILY)) {
            throw new BundleException("It has the format " + shown(schema) + ", and this Plumbline reads "
                    + Manifest.SCHEMA + ". Update Plumbline, or have it written anew by this version.");
        }
        throw new BundleException("Its " + BundlePath.MANIFEST + " does not name the schema " + Manifest.SCHEMA
                + ", so it is not what 'lab submit' writes.");
    }

    private static Instant written(JsonNode root) throws BundleException {
        try {
            return Instant.parse(required(root, "written"));
        } catch (DateTimeException noTime) {
            throw new BundleException("Its " + BundlePath.MANIFEST + " has no time in \"written\".");
        }
    }

    private static String required(JsonNode root, String name) throws BundleException {
        JsonNode value = root.path(name);
        if (!value.isTextual() || value.asText().isBlank()) {
            throw new BundleException("Its " + BundlePath.MANIFEST + " lacks \"" + name + "\".");
        }
        return value.asText();
    }

    private static String shown(String word) {
        String plain = word.replaceAll("[^A-Za-z0-9/._-]", "?");
        return new String(
                plain.substring(0, Math.min(60, plain.length())).getBytes(StandardCharsets.US_ASCII),
                StandardCharsets.US_ASCII);
    }
}
