package dev.plumbline.corpus;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The environment of a learner's commands: made from nothing, so that ours cannot leak in. */
final class LearnerShell {
    private static final List<String> INHERITED =
            List.of("PATH", "HOME", "USER", "LANG", "LC_ALL", "TMPDIR", "JAVA_HOME", "TF_CLI_CONFIG_FILE");

    private LearnerShell() {}

    /**
     * The environment of one command.
     *
     * @param own what the case sets
     * @param endpoint where its AWS answers; null where the command finds it for itself
     */
    static Map<String, String> environment(Map<String, String> own, @Nullable String endpoint) {
        Map<String, String> environment = new TreeMap<>();
        for (String name : INHERITED) {
            String value = System.getenv(name);
            if (value != null) {
                environment.put(name, value);
            }
        }
        environment.put("CHECKPOINT_DISABLE", "1");
        environment.put("AWS_EC2_METADATA_DISABLED", "true");
        if (endpoint != null) {
            environment.put("AWS_ENDPOINT_URL", endpoint);
            environment.put("AWS_ACCESS_KEY_ID", "test");
            environment.put("AWS_SECRET_ACCESS_KEY", "test");
        }
        environment.putAll(own);
        return environment;
    }
}
