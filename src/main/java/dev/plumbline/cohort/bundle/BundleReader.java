package dev.plumbline.cohort.bundle;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Opens a bundle as what it is: a stranger's file, hostile until shown otherwise. */
public final class BundleReader {
    private BundleReader() {}

    /**
     * Opens it. What was changed since it was written does not keep it from being opened: see {@link Bundle#alterations}.
     *
     * @throws BundleException if it is no bundle, is one of another version, or plays tricks
     */
    public static Bundle open(Path file) throws BundleException {
        Map<String, byte[]> files = ZipContents.read(file);
        Manifest manifest = manifest(files);
        return new Bundle(manifest, files, alterations(manifest, files));
    }

    /** Whether a file is a bundle of any version; everything else must not be overwritten by one. */
    public static boolean isBundle(Path file) {
        try {
            byte[] manifest = ZipContents.read(file).get(BundlePath.MANIFEST);
            return manifest != null
                    && BundleJson.read(manifest).path("schema").asText("").startsWith(Manifest.FAMILY);
        } catch (BundleException | com.fasterxml.jackson.core.JsonProcessingException other) {
            return false;
        }
    }

    private static Manifest manifest(Map<String, byte[]> files) throws BundleException {
        byte[] bytes = files.get(BundlePath.MANIFEST);
        if (bytes == null) {
            throw new BundleException(
                    "It has no " + BundlePath.MANIFEST + " at its top, so it is not what 'lab submit' " + "writes.");
        }
        return ManifestJson.read(bytes);
    }

    private static List<Alteration> alterations(Manifest manifest, Map<String, byte[]> files) {
        List<Alteration> found = new ArrayList<>();
        Set<String> listed = new LinkedHashSet<>(Set.of(BundlePath.MANIFEST));
        for (Manifest.Part part : manifest.files()) {
            byte[] bytes = files.get(part.path());
            if (!listed.add(part.path())) {
                found.add(new Alteration(part.path(), "is listed twice in " + BundlePath.MANIFEST + "."));
            } else if (bytes == null) {
                found.add(new Alteration(part.path(), "is listed in " + BundlePath.MANIFEST + " and missing."));
            } else if (!Checksum.of(bytes).equals(part.sha256()) || bytes.length != part.bytes()) {
                found.add(new Alteration(
                        part.path(), "is not as it was when the bundle was written: its checksum differs."));
            }
        }
        files.keySet().stream()
                .filter(name -> !listed.contains(name))
                .sorted()
                .forEach(name ->
                        found.add(new Alteration(name, "was added: " + BundlePath.MANIFEST + " does not list it.")));
        return found;
    }
}
