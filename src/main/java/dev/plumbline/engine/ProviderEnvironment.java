package dev.plumbline.engine;

import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/** A provider process's environment: what the caller gives, on top of the least a program needs. */
final class ProviderEnvironment {
    private static final String COOKIE = "d602bf8f470bc67ca7faa0386276bbdd4330efaf76d1a219cb4d6991ca9872b2";

    /** Read by the provider, not by Terraform: what it adds to the User-Agent of its calls. */
    private static final String USER_AGENT = "TF_APPEND_USER_AGENT";

    private ProviderEnvironment() {}

    /** The caller's part, by which processes are told apart. */
    static Map<String, String> asked(Map<String, String> given) {
        Map<String, String> asked = new TreeMap<>(given);
        // With it set, provider 5.100.0 fails the second configuration of one process:
        // "unable to add custom RootCAs HTTPClient".
        asked.remove("AWS_CA_BUNDLE");
        // Terraform's own variables and those of another plug-in connection.
        asked.keySet()
                .removeIf(name -> (name.startsWith("TF_") && !name.equals(USER_AGENT)) || name.startsWith("PLUGIN_"));
        return asked;
    }

    /** All of it. */
    static Map<String, String> complete(Map<String, String> asked, Path socketDir) {
        Map<String, String> all = new TreeMap<>();
        all.put("PATH", "/usr/local/bin:/usr/bin:/bin");
        all.putAll(asked);
        // go-plugin's agreement between Terraform and its providers: without it a provider refuses to start.
        all.put("TF_PLUGIN_MAGIC_COOKIE", COOKIE);
        all.put("PLUGIN_PROTOCOL_VERSIONS", "5,6");
        all.put("PLUGIN_UNIX_SOCKET_DIR", socketDir.toString());
        all.put("TMPDIR", socketDir.toString()); // where providers older than that variable put their socket
        return all;
    }
}
