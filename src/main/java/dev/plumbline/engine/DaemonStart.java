package dev.plumbline.engine;

import dev.plumbline.engine.link.Line;
import dev.plumbline.engine.link.Words;
import java.io.File;
import java.io.IOException;
import java.nio.channels.ClosedByInterruptException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/** Starts the daemon as a process that is not the starter's: other session, no terminal, no folder of the user's. */
final class DaemonStart {
    private static final Duration LIMIT = Duration.ofSeconds(20);
    private static final long LOOK_MILLIS = 15;

    /** Ctrl-C and hang-ups in the starter's terminal are not for the daemon; Java keeps ignored signals ignored. */
    private static final String DETACHED =
            """
            trap '' HUP INT QUIT TSTP
            if command -v setsid >/dev/null 2>&1; then exec setsid "$0" "$@"; else exec "$0" "$@"; fi
            """;

    private DaemonStart() {}

    /** Reports our presence to the daemon that runs, or to one started for it. */
    static Line attend(DaemonAddress address, EngineOptions options) throws IOException, InterruptedException {
        long deadline = System.nanoTime() + LIMIT.toNanos();
        Optional<Line> line = tryAttend(address);
        while (line.isEmpty()) {
            Process daemon = start(address, options);
            // One that ends well found another in charge, which is about to listen or about to end: start again.
            while (line.isEmpty() && daemon.isAlive()) {
                if (System.nanoTime() > deadline) {
                    daemon.destroyForcibly();
                    throw new IOException("the daemon did not start within " + LIMIT.toSeconds() + " s");
                }
                daemon.waitFor(LOOK_MILLIS, TimeUnit.MILLISECONDS);
                line = tryAttend(address);
            }
            if (line.isEmpty() && (daemon.exitValue() != 0 || System.nanoTime() > deadline)) {
                throw new IOException("the daemon does not start: " + lastWords(address));
            }
        }
        return line.orElseThrow();
    }

    private static Optional<Line> tryAttend(DaemonAddress address) throws ClosedByInterruptException {
        try {
            Line line = Line.connect(address.socket());
            try {
                line.ask(Words.of(Verbs.ATTEND));
                return Optional.of(line);
            } catch (IOException ending) {
                line.close();
                throw ending;
            }
        } catch (ClosedByInterruptException e) {
            throw e;
        } catch (IOException notThere) {
            return Optional.empty();
        }
    }

    private static Process start(DaemonAddress address, EngineOptions options) throws IOException {
        List<String> command = new ArrayList<>(List.of("/bin/sh", "-c", DETACHED));
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of(
                "-Xms16m",
                "-Xmx128m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-Xshare:auto",
                "-cp",
                Build.classPath().stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator)),
                EngineDaemon.class.getName(),
                address.home().toString(),
                address.folder().toString(),
                options.cacheDir().toString(),
                Integer.toString(options.processLimit()),
                Long.toString(ProcessHandle.current().pid())));
        ProcessBuilder builder =
                new ProcessBuilder(command).directory(address.folder().toFile());
        builder.environment().clear();
        builder.environment().putAll(Map.of("PATH", "/usr/local/bin:/usr/bin:/bin"));
        builder.redirectErrorStream(true).redirectOutput(address.log().toFile());
        Process process = builder.start();
        process.getOutputStream().close();
        return process;
    }

    private static String lastWords(DaemonAddress address) {
        try {
            List<String> lines = Files.readAllLines(address.log(), StandardCharsets.ISO_8859_1);
            return lines.isEmpty() ? "it says nothing" : lines.get(0);
        } catch (IOException none) {
            return "it says nothing";
        }
    }
}
