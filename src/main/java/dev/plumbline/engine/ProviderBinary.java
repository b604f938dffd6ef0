package dev.plumbline.engine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A provider's program as {@code terraform init} installed it.
 *
 * @param source its address
 * @param version its version
 * @param program the file, links resolved
 */
record ProviderBinary(String source, String version, Path program) {
    /** Tells two builds of one version apart, as of a provider someone compiles. */
    String fingerprint() throws IOException {
        return Digests.hex(
                source,
                version,
                program.toString(),
                Long.toString(Files.size(program)),
                Files.getLastModifiedTime(program).toString());
    }
}
