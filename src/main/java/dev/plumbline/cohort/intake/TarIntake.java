package dev.plumbline.cohort.intake;

import java.io.BufferedInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;

/** Takes a tar in, packed with gzip or not. */
final class TarIntake {
    private final Gathering gathering = new Gathering();
    private final Map<String, String> links = new LinkedHashMap<>();

    private TarIntake() {}

    static Submission read(Path archive) throws IOException {
        try (InputStream raw = new BufferedInputStream(Files.newInputStream(archive))) {
            raw.mark(2);
            boolean packed = raw.read() == 0x1F && raw.read() == 0x8B;
            raw.reset();
            try (InputStream in = packed ? new BufferedInputStream(new GZIPInputStream(raw)) : raw;
                    TarArchiveInputStream tar =
                            new TarArchiveInputStream(new Bounded(in), StandardCharsets.UTF_8.name())) {
                return new TarIntake().read(tar);
            } catch (IllegalArgumentException damaged) {
                throw new IOException("it is not a tar archive, or it is damaged", damaged);
            }
        }
    }

    private Submission read(TarArchiveInputStream tar) throws IOException {
        TarArchiveEntry entry = gathering.isFull() ? null : tar.getNextEntry();
        while (entry != null) {
            if (gathering.wants(entry.getName())) {
                take(entry, tar);
            }
            entry = gathering.isFull() ? null : tar.getNextEntry();
        }
        links.forEach(gathering::link);
        return gathering.end(true);
    }

    private void take(TarArchiveEntry entry, TarArchiveInputStream tar) throws IOException {
        String name = entry.getName();
        if (entry.isDirectory()) {
            return; // files make their own
        }
        if (entry.isSymbolicLink() || entry.isLink()) {
            link(name, target(entry));
        } else if (entry.isCharacterDevice() || entry.isBlockDevice()) {
            refuse(name, "a device");
        } else if (entry.isFIFO()) {
            refuse(name, "a pipe");
        } else if (entry.isFile() && tar.canReadEntryData(entry)) {
            gathering.file(name, () -> new EntryContent(tar));
        } else {
            refuse(name, "an entry of the kind '" + SafeName.shown(Character.toString(entry.getLinkFlag())) + "'");
        }
    }

    private void refuse(String name, String what) {
        gathering.refuse(name, "is " + what + ", which no learner has in their work");
    }

    private void link(String name, String target) {
        String trouble = SafeName.trouble(target.isEmpty() ? "?" : target);
        if (trouble.isEmpty()) {
            links.put(name, target);
        } else {
            gathering.refuse(name, "is a link that leads out of the submission, and was not followed");
        }
    }

    /** Where a link leads, relative to the archive's top; a hard link names its target from there. */
    private static String target(TarArchiveEntry entry) {
        String target = entry.getLinkName();
        if (entry.isLink() || target.startsWith("/")) {
            return target;
        }
        int slash = entry.getName().lastIndexOf('/');
        return resolved((slash < 0 ? "" : entry.getName().substring(0, slash + 1)) + target);
    }

    /** Without the steps back that stay inside. */
    private static String resolved(String path) {
        String before;
        String after = path;
        do {
            before = after;
            after = before.replaceFirst("(?:^|(?<=/))(?!\\.\\./)[^/]+/\\.\\./", "");
        } while (!after.equals(before));
        return after;
    }

    /** One entry's bytes; closing it leaves the archive open for the next. */
    private static final class EntryContent extends FilterInputStream {
        private EntryContent(InputStream archive) {
            super(archive);
        }

        @Override
        public void close() {
            // the archive goes on
        }
    }

    /** An archive unpacked, up to the most that is looked through. */
    private static final class Bounded extends FilterInputStream {
        private long unpacked;

        private Bounded(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int one = super.read();
            count(one < 0 ? 0 : 1);
            return one;
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
            int count = super.read(bytes, offset, length);
            count(Math.max(0, count));
            return count;
        }

        @Override
        public long skip(long bytes) throws IOException {
            long skipped = super.skip(bytes);
            count(skipped);
            return skipped;
        }

        private void count(long bytes) throws IOException {
            unpacked += bytes;
            if (unpacked > Limits.MOST_UNPACKED) {
                throw new IOException("it unpacks to more than " + (Limits.MOST_UNPACKED >> 20) + " MiB");
            }
        }
    }
}
