package dev.plumbline.cohort.intake;

import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.GZIPInputStream;

/** Takes a tar in, packed with gzip or not. */
final class TarIntake {
    private final TarReader tar;
    private final Gathering gathering = new Gathering();
    private final Map<String, String> links = new LinkedHashMap<>();

    private TarIntake(TarReader tar) {
        this.tar = tar;
    }

    static Submission read(Path archive) throws IOException {
        try (InputStream raw = new BufferedInputStream(Files.newInputStream(archive))) {
            raw.mark(2);
            boolean packed = raw.read() == 0x1F && raw.read() == 0x8B;
            raw.reset();
            try (InputStream in = packed ? new BufferedInputStream(new GZIPInputStream(raw)) : raw) {
                return new TarIntake(new TarReader(in)).read();
            }
        }
    }

    private Submission read() throws IOException {
        while (!gathering.isFull() && tar.next()) {
            if (!gathering.wants(tar.name())) {
                continue;
            }
            switch (tar.kind()) {
                case FILE -> gathering.file(tar.name(), tar::content);
                case FOLDER -> {
                    // files make their own
                }
                case LINK -> link();
                case OTHER -> gathering.refuse(tar.name(), "is " + tar.what() + ", which no learner has in their work");
            }
        }
        links.forEach(gathering::link);
        return gathering.end(true);
    }

    private void link() throws EOFException {
        String target = tar.target();
        String trouble = SafeName.trouble(target.isEmpty() ? "?" : target);
        if (trouble.isEmpty()) {
            links.put(tar.name(), target);
        } else {
            gathering.refuse(tar.name(), "is a link that leads out of the submission, and was not followed");
        }
    }
}
