package dev.plumbline.engine;

import dev.plumbline.engine.link.Line;
import dev.plumbline.engine.link.Words;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Asks the daemons of this user, of whatever build. */
final class LingeringEngines {
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

    /** Returns how many agreed to end; each has let go of its providers then. */
    static int stop(EngineOptions options) {
        int stopped = 0;
        for (DaemonAddress address : addresses(options)) {
            stopped += stops(address) ? 1 : 0;
        }
        return stopped;
    }

    private static boolean stops(DaemonAddress address) {
        try (Line line = Line.connect(address.socket())) {
            if (!line.ask(Words.of(Verbs.STOP)).verb().equals(Verbs.YES)) {
                return false;
            }
            awaitHangUp(line);
            return true;
        } catch (IOException notRunning) {
            return false;
        }
    }

    /** The daemon hangs up when it ends. */
    private static void awaitHangUp(Line line) {
        try {
            Optional<Words> more = line.receive();
            while (more.isPresent()) {
                more = line.receive();
            }
        } catch (IOException ended) {
            return;
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
