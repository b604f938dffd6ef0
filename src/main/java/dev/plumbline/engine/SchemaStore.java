package dev.plumbline.engine;

import dev.plumbline.engine.proxy.ProviderChannel;
import dev.plumbline.engine.schema.ProviderSchema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/** Each provider version's whole schema: asked for once, then kept in memory and in the cache folder. */
final class SchemaStore {
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final int IN_MEMORY = 2;

    private final Path folder;
    private final Map<String, ProviderSchema> recent = new LinkedHashMap<>(4, 0.75f, true);

    SchemaStore(Path cacheDir) {
        folder = cacheDir.resolve("schemas");
    }

    /** The schema of a running provider. */
    synchronized ProviderSchema of(ProviderProcess process) throws IOException {
        String key = process.binary().fingerprint();
        ProviderSchema known = recent.get(key);
        if (known == null) {
            known = load(key, process);
            recent.put(key, known);
            if (recent.size() > IN_MEMORY) {
                recent.remove(recent.keySet().iterator().next());
            }
        }
        return known;
    }

    private ProviderSchema load(String key, ProviderProcess process) throws IOException {
        Path file = folder.resolve(process.binary().version() + "-" + key);
        if (Files.isRegularFile(file)) {
            ProviderSchema kept = ProviderSchema.of(Files.readAllBytes(file));
            if (kept.understood()) {
                return kept;
            }
        }
        ProviderSchema asked = ProviderSchema.of(ask(process.channel(), process.protocol()));
        if (asked.understood()) {
            Files.createDirectories(folder);
            Path whole = Files.createTempFile(folder, "schema", ".new");
            Files.write(whole, asked.whole());
            Files.move(whole, file, StandardCopyOption.ATOMIC_MOVE);
        }
        return asked;
    }

    private static byte[] ask(ProviderChannel channel, int protocol) throws IOException {
        return channel.call(method(protocol), new byte[0], LIMIT);
    }

    /** The schema call's full name in a protocol. */
    static String method(int protocol) {
        return protocol == 5 ? "tfplugin5.Provider/GetSchema" : "tfplugin6.Provider/GetProviderSchema";
    }
}
