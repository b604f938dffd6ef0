package dev.plumbline.engine;

import java.nio.file.Path;
import java.util.Map;

/** Where this user's caches belong: {@code $XDG_CACHE_HOME/plumbline}, else {@code ~/.cache/plumbline}. */
final class CacheHome {
    private CacheHome() {}

    static Path of(Map<String, String> environment, Path userHome) {
        String xdg = environment.getOrDefault("XDG_CACHE_HOME", "");
        // The XDG base directory specification: a relative value is to be ignored.
        Path base = Path.of(xdg).isAbsolute() ? Path.of(xdg) : userHome.resolve(".cache");
        return base.resolve("plumbline");
    }
}
