package dev.plumbline.workbench;

import dev.plumbline.engine.EngineStatus;
import java.util.List;
import java.util.stream.Collectors;

/** Warm engines in words. */
final class EngineWords {
    private static final long MEBI = 1024L * 1024;

    private EngineWords() {}

    /** Those that run, one after the other. */
    static String running(List<EngineStatus> engines) {
        if (engines.isEmpty()) {
            return "none; the first check that plans starts one";
        }
        return engines.stream().map(EngineWords::one).collect(Collectors.joining("; "));
    }

    private static String one(EngineStatus engine) {
        String providers = engine.providers().isEmpty()
                ? "no provider yet"
                : engine.providers().stream().map(EngineWords::provider).collect(Collectors.joining(", "));
        String use = engine.clients() > 0
                ? "used by " + counted(engine.clients(), "command or session", "commands or sessions")
                : "unused for " + time(engine.idleSeconds()) + ", ends by itself in " + time(engine.endsInSeconds())
                        + " or with lab doctor --stop";
        return "engine " + engine.pid() + " keeps " + providers + "; " + use;
    }

    private static String provider(EngineStatus.Provider provider) {
        String memory = provider.residentBytes() < 0 ? "" : ", " + provider.residentBytes() / MEBI + " MB";
        return "provider " + provider.version() + " (process " + provider.pid() + memory + ", "
                + counted(provider.runs(), "run", "runs") + (provider.busy() ? ", working now)" : ")");
    }

    /** What a request to stop did. */
    static String stopped(int ended, List<EngineStatus> left) {
        String done = ended == 0 && left.isEmpty()
                ? "No warm engine was running."
                : ended == 0 ? "No warm engine was ended." : counted(ended, "warm engine", "warm engines") + " ended.";
        return left.isEmpty() ? done : done + " Still there, because it is in use: " + running(left) + ".";
    }

    private static String counted(int count, String one, String many) {
        return count + " " + (count == 1 ? one : many);
    }

    private static String time(long seconds) {
        return seconds < 120 ? seconds + " s" : seconds / 60 + " min";
    }
}
