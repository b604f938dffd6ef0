package dev.plumbline.workspace;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What the learner did, line by line, in {@code .plumbline/journal.jsonl}: lines are only ever added. A line that a crash
 * cut short or an editor spoilt is passed over when it is read, and everything around it still counts. A folder that
 * cannot be written to costs the memory of this session and nothing else.
 */
public final class Journal {
    private static final long MOST_READ = 16_000_000;
    private final Path file;

    private Journal(Path file) {
        this.file = file;
    }

    /** The journal of a learner's folder; nothing is created before the first entry. */
    public static Journal of(Path workspace) {
        return new Journal(workspace.resolve(".plumbline").resolve("journal.jsonl"));
    }

    /**
     * Adds an entry.
     *
     * @return whether it could be kept
     */
    public synchronized boolean add(JournalEntry entry) {
        byte[] line = (JournalLine.write(entry) + "\n").getBytes(StandardCharsets.UTF_8);
        try {
            Path own = file.getParent();
            if (own != null && !Files.isDirectory(own)) {
                Files.createDirectory(own); // not the learner's folder itself, where that is gone
            }
            boolean torn = torn();
            try (FileChannel channel = FileChannel.open(
                    file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, StandardOpenOption.APPEND)) {
                ByteBuffer bytes = ByteBuffer.allocate(line.length + 1);
                if (torn) {
                    bytes.put((byte) '\n'); // ends what a crash left without its end, so that only that line is lost
                }
                bytes.put(line).flip();
                while (bytes.hasRemaining()) {
                    channel.write(bytes);
                }
            }
            return true;
        } catch (IOException readOnlyOrFull) {
            return false;
        }
    }

    private boolean torn() throws IOException {
        if (!Files.exists(file) || Files.size(file) == 0) {
            return false;
        }
        try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
            ByteBuffer last = ByteBuffer.allocate(1);
            channel.read(last, channel.size() - 1);
            return last.get(0) != '\n';
        }
    }

    /** All entries that can be read, oldest first. */
    public List<JournalEntry> entries() {
        List<JournalEntry> entries = new ArrayList<>();
        lines().forEach(line -> JournalLine.read(line).ifPresent(entries::add));
        return List.copyOf(entries);
    }

    /** The lines of those entries and nothing else of the file: what a learner hands in of it. Empty if there is none. */
    public String text() {
        return lines().flatMap(line -> JournalLine.read(line).stream())
                .map(entry -> JournalLine.write(entry) + "\n")
                .collect(Collectors.joining());
    }

    private Stream<String> lines() {
        try {
            return Files.size(file) > MOST_READ
                    ? Stream.empty()
                    : new String(Files.readAllBytes(file), StandardCharsets.UTF_8).lines();
        } catch (NoSuchFileException none) {
            return Stream.empty();
        } catch (IOException unreadable) {
            return Stream.empty(); // progress is a convenience; the work itself is judged from files and cloud
        }
    }

    /** Where the learner stands by the journal. */
    public Progress progress() {
        return Progress.of(entries());
    }
}
