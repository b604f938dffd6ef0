package dev.plumbline.cohort.bundle;

import dev.plumbline.workbench.FileTrouble;
import dev.plumbline.workbench.UserError;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Writes bundles: the same content gives the same bytes, and a file is there whole or not at all. */
public final class BundleWriter {
    /** The earliest time that a zip can hold: when a file was packed says nothing here. */
    private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

    private BundleWriter() {}

    /**
     * The bundle as bytes.
     *
     * @param manifest its list of files is made here, from the files
     * @param files by their paths inside the bundle, without the manifest
     */
    public static byte[] pack(Manifest manifest, Map<String, byte[]> files) {
        Map<String, byte[]> sorted = new TreeMap<>(files);
        Manifest complete = new Manifest(
                manifest.lab(),
                manifest.labHash(),
                manifest.seed(),
                manifest.plumbline(),
                manifest.tools(),
                manifest.written(),
                sorted.entrySet().stream()
                        .map(f -> Manifest.Part.of(f.getKey(), f.getValue()))
                        .toList(),
                manifest.masked(),
                manifest.leftOut());
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            add(zip, BundlePath.MANIFEST, ManifestJson.write(complete));
            for (Map.Entry<String, byte[]> file : sorted.entrySet()) {
                add(zip, file.getKey(), file.getValue());
            }
        } catch (IOException impossible) {
            throw new UncheckedIOException("memory does not fail", impossible);
        }
        return bytes.toByteArray();
    }

    private static void add(ZipOutputStream zip, String path, byte[] content) throws IOException {
        ZipEntry entry = new ZipEntry(path);
        entry.setTimeLocal(NO_TIME);
        zip.putNextEntry(entry);
        zip.write(content);
        zip.closeEntry();
    }

    /**
     * Makes sure that a bundle may be written there.
     *
     * @throws UserError if something else is in the way, which is never overwritten
     */
    public static void requirePlace(Path file) {
        Path parent = file.toAbsolutePath().normalize().getParent();
        if (parent == null || !Files.isDirectory(parent)) {
            throw UserError.usage("There is no folder " + parent + " to write " + file.getFileName()
                    + " into. Make it, or name another file with --output.");
        }
        if (Files.isDirectory(file)) {
            throw UserError.usage(
                    file + " is a folder. Name a file with --output, such as " + file.resolve("submission.zip") + ".");
        }
        if (Files.exists(file, LinkOption.NOFOLLOW_LINKS) && !BundleReader.isBundle(file)) {
            throw UserError.usage(
                    file + " is there already and is not what 'lab submit' writes, so it is left as it is. "
                            + "Name another file with --output.");
        }
    }

    /**
     * Writes it: another program sees the old file or the new one, never a part.
     *
     * @throws UserError if it cannot be written, or something else is in the way
     */
    public static void write(Path file, byte[] bundle) {
        requirePlace(file);
        Path whole = file.toAbsolutePath().normalize();
        Path draft = whole.resolveSibling("." + whole.getFileName() + ".part");
        try {
            try (FileChannel channel = FileChannel.open(
                    draft, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.WRITE)) {
                ByteBuffer bytes = ByteBuffer.wrap(bundle);
                while (bytes.hasRemaining()) {
                    channel.write(bytes);
                }
                channel.force(true);
            }
            Files.move(draft, whole, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException refused) {
            discard(draft);
            throw UserError.trouble("The bundle could not be written to " + file + ": " + FileTrouble.reason(refused)
                    + ". Name another file with --output, or make room.");
        }
    }

    private static void discard(Path draft) {
        try {
            Files.deleteIfExists(draft);
        } catch (IOException alsoRefused) {
            draft.toFile().deleteOnExit();
        }
    }
}
