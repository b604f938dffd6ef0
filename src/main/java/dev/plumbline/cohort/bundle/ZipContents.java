package dev.plumbline.cohort.bundle;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Enumeration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** All files of a stranger's zip in memory, within limits that an honest bundle is far from. */
final class ZipContents {
    /** A zip larger than that is not opened. */
    static final long LARGEST_ZIP = 32L << 20;

    /** What one file may grow to. */
    static final long LARGEST_FILE = 8L << 20;

    /** What all of them together may grow to. */
    static final long LARGEST_TOTAL = 64L << 20;

    /** How many files there may be. */
    static final int MOST_FILES = 600;

    private final Map<String, byte[]> files = new LinkedHashMap<>();
    private long total;

    private ZipContents() {}

    /**
     * Reads it.
     *
     * @throws BundleException if it is no zip, or one that plays tricks; the message names the trick and the file inside
     */
    static Map<String, byte[]> read(Path path) throws BundleException {
        requireFile(path);
        ZipContents contents = new ZipContents();
        try (ZipFile zip = new ZipFile(path.toFile(), StandardCharsets.UTF_8)) {
            if (zip.size() > MOST_FILES) {
                throw new BundleException(
                        "It holds " + zip.size() + " files; a bundle has at most " + MOST_FILES + ".");
            }
            Enumeration<? extends ZipEntry> entries = zip.entries();
            while (entries.hasMoreElements()) {
                contents.add(zip, entries.nextElement());
            }
        } catch (IOException | IllegalArgumentException broken) {
            throw new BundleException("It is not a zip file that can be read"
                    + (broken.getMessage() == null ? "" : " (" + printable(broken.getMessage()) + ")") + ".");
        }
        contents.requireTree();
        return contents.files;
    }

    /** Anything else could hang (a pipe) or never end (a device). */
    private static void requireFile(Path path) throws BundleException {
        if (!Files.exists(path)) {
            throw new BundleException("There is no such file.");
        }
        if (!Files.isRegularFile(path)) {
            throw new BundleException("It is not a file.");
        }
        try {
            if (Files.size(path) > LARGEST_ZIP) {
                throw new BundleException(
                        "It has " + Files.size(path) + " bytes; a bundle has at most " + LARGEST_ZIP + ".");
            }
        } catch (IOException gone) {
            throw new BundleException("It cannot be read.");
        }
    }

    private void add(ZipFile zip, ZipEntry entry) throws IOException, BundleException {
        String name = entry.getName();
        if (entry.isDirectory() && BundlePath.isSafe(name.substring(0, name.length() - 1))) {
            return; // other programs add these when they pack a folder; files make their own
        }
        if (!BundlePath.isSafe(name)) {
            throw new BundleException("The name '" + printable(name) + "' inside it leads out of its folder or is no "
                    + "name for a file.");
        }
        if (BundlePath.isPrograms(name)) {
            throw new BundleException("It holds '" + printable(name) + "', where programs look for what they installed "
                    + "themselves: 'lab submit' never puts a file there.");
        }
        if (files.containsKey(name)) {
            throw new BundleException("It holds '" + printable(name) + "' twice, so that two programs could see two "
                    + "different files.");
        }
        long room = Math.min(LARGEST_FILE, LARGEST_TOTAL - total);
        try (InputStream in = zip.getInputStream(entry)) {
            // What the entry says of its size is the stranger's word: what counts is what comes out.
            byte[] bytes = in.readNBytes((int) room + 1);
            if (bytes.length > room) {
                throw new BundleException("'" + printable(name) + "' inside it unpacks to more than " + room
                        + " bytes: nothing that 'lab submit' writes is so large.");
            }
            total += bytes.length;
            files.put(name, bytes);
        }
    }

    /** A name cannot be a file and a folder at once. */
    private void requireTree() throws BundleException {
        for (String name : files.keySet()) {
            for (int slash = name.indexOf('/'); slash > 0; slash = name.indexOf('/', slash + 1)) {
                if (files.containsKey(name.substring(0, slash))) {
                    throw new BundleException(
                            "'" + printable(name.substring(0, slash)) + "' inside it is a file and a folder at once.");
                }
            }
        }
    }

    private static String printable(String text) {
        String plain = text.replaceAll("[^\\p{Print}]", "?");
        return plain.length() <= 80 ? plain : plain.substring(0, 79) + "…";
    }
}
