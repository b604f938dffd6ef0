package dev.plumbline.engine;

import dev.plumbline.engine.link.Line;
import dev.plumbline.engine.link.Words;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Asks the daemons of this user, of whatever build. */
final class LingeringEngines {
    private static final Duration END_LIMIT = Duration.ofSeconds(10);

    private LingeringEngines() {}

    static List<EngineStatus> status(EngineOptions options) {
        List<EngineStatus> running = new ArrayList<>();
        for (DaemonAddress address : addresses(options)) {
            status(address).ifPresent(running::add);
        }
        return running;
    }

    private static Optional<EngineStatus> status(DaemonAddress address) {
        try (Line line = Line.connect(address.socket())) {
            return Optional.of(
                    StatusMessage.read(line.ask(Words.of(Verbs.STATUS)).rest()));
        } catch (IOException notRunning) {
            return Optional.empty();
        }
    }

    /** Returns how many agreed to end; each, and its providers, has ended then. */
    static int stop(EngineOptions options) {
        int stopped = 0;
        for (DaemonAddress address : addresses(options)) {
            stopped += stops(address) ? 1 : 0;
        }
        return stopped;
    }

    private static boolean stops(DaemonAddress address) {
        try (Line line = Line.connect(address.socket())) {
            long pid =
                    StatusMessage.read(line.ask(Words.of(Verbs.STATUS)).rest()).pid();
            if (!line.ask(Words.of(Verbs.STOP)).verb().equals(Verbs.YES)) {
                return false;
            }
            ProcessHandle.of(pid).ifPresent(LingeringEngines::awaitEnd);
            return true;
        } catch (IOException notRunning) {
            return false;
        }
    }

    /** It kills its providers before it ends. */
    private static void awaitEnd(ProcessHandle daemon) {
        try {
            daemon.onExit().get(END_LIMIT.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (ExecutionException | TimeoutException slow) {
            return; // it has agreed to end and takes its time
        }
    }

    private static List<DaemonAddress> addresses(EngineOptions options) {
        try {
            return DaemonAddress.all(options);
        } catch (IOException unusable) {
            return List.of(); // a folder that is not ours holds no engine of ours
        }
    }
}
