package dev.plumbline.authoring.proof;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/** Waits until a lab's files change: its folder, its texts, the catalogues. Polls, so that it works on any file system. */
public final class LabWatch {
    private static final long LOOK_MILLIS = 300;

    private final List<Path> folders;
    private Map<Path, String> seen;

    /** Watches these folders from now on. */
    public LabWatch(List<Path> folders) {
        this.folders = List.copyOf(folders);
        this.seen = look();
    }

    /** Waits for a change and for the files to stay as they are for one more look; answers with what changed. */
    public List<Path> await() throws InterruptedException {
        while (true) {
            Thread.sleep(LOOK_MILLIS);
            Map<Path, String> now = look();
            if (now.equals(seen)) {
                continue;
            }
            Thread.sleep(LOOK_MILLIS);
            Map<Path, String> settled = look();
            if (settled.equals(now)) {
                List<Path> changed = changed(seen, settled);
                seen = settled;
                return changed;
            }
        }
    }

    private static List<Path> changed(Map<Path, String> before, Map<Path, String> after) {
        TreeSet<Path> all = new TreeSet<>(before.keySet());
        all.addAll(after.keySet());
        List<Path> changed = new ArrayList<>();
        for (Path path : all) {
            if (!String.valueOf(before.get(path)).equals(String.valueOf(after.get(path)))) {
                changed.add(path);
            }
        }
        return changed;
    }

    private Map<Path, String> look() {
        Map<Path, String> stamps = new TreeMap<>();
        for (Path folder : folders) {
            if (!Files.isDirectory(folder)) {
                continue;
            }
            try (Stream<Path> all = Files.walk(folder)) {
                all.filter(Files::isRegularFile).forEach(file -> stamps.put(file, stamp(file)));
            } catch (IOException | UncheckedIOException changing) {
                stamps.clear();
                return stamps;
            }
        }
        return stamps;
    }

    private static String stamp(Path file) {
        try {
            return Files.getLastModifiedTime(file) + "/" + Files.size(file);
        } catch (IOException gone) {
            return "gone";
        }
    }
}
