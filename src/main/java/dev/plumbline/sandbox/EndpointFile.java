package dev.plumbline.sandbox;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where a workspace's endpoint answers, remembered beside its store, so that what another shell exported stays valid.
 *
 * @param port the port on 127.0.0.1
 * @param id what the endpoint's health path answers
 */
record EndpointFile(int port, String id) {
    private static final String NAME = "endpoint";
    private static final Pattern LINE = Pattern.compile("(\\d{1,5}) ([0-9a-f-]{36})\\s*");

    /** Reads it; one that is missing or damaged is no harm: another port is chosen. */
    static Optional<EndpointFile> read(Path folder) {
        try {
            Matcher line = LINE.matcher(Files.readString(folder.resolve(NAME), StandardCharsets.ISO_8859_1));
            return line.matches() && Integer.parseInt(line.group(1)) < 65_536
                    ? Optional.of(new EndpointFile(Integer.parseInt(line.group(1)), line.group(2)))
                    : Optional.empty();
        } catch (IOException missing) {
            return Optional.empty();
        }
    }

    /** Writes it in one step. */
    void write(Path folder) throws IOException {
        Path draft = folder.resolve(NAME + ".new");
        Files.writeString(draft, port + " " + id + "\n");
        Files.move(draft, folder.resolve(NAME), StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }
}
