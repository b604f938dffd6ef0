package dev.plumbline.terraform;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * The environment of a Terraform process that the grader starts: what the machine needs to find programs, files and the
 * network, what the chosen AWS needs, and nothing else. A learner's {@code TF_CLI_ARGS_plan=-refresh=false} or {@code
 * TF_VAR_…} would otherwise change what "No changes." means (shared facts, "No changes is a weak oracle").
 */
public final class TerraformEnvironment {
    /** Kept from the caller: programs, home, scratch space, language, proxies and certificates of the machine. */
    private static final Set<String> KEPT = Set.of(
            "PATH",
            "HOME",
            "USER",
            "LOGNAME",
            "TMPDIR",
            "TEMP",
            "TMP",
            "LANG",
            "LC_ALL",
            "LC_CTYPE",
            "SYSTEMROOT",
            "APPDATA",
            "USERPROFILE",
            "HTTP_PROXY",
            "HTTPS_PROXY",
            "NO_PROXY",
            "http_proxy",
            "https_proxy",
            "no_proxy",
            "SSL_CERT_FILE",
            "SSL_CERT_DIR",
            "TF_CLI_CONFIG_FILE",
            "TF_PLUGIN_CACHE_DIR",
            "XDG_CACHE_HOME",
            "XDG_CONFIG_HOME");

    private TerraformEnvironment() {}

    /**
     * Builds it.
     *
     * @param caller the caller's own environment
     * @param aws what the backend adds: endpoint and credentials
     */
    public static Map<String, String> clean(Map<String, String> caller, Map<String, String> aws) {
        Map<String, String> environment = new TreeMap<>();
        caller.forEach((name, value) -> {
            if (KEPT.contains(name)) {
                environment.put(name, value);
            }
        });
        // HashiCorp's update check would add a network call to every run.
        environment.put("CHECKPOINT_DISABLE", "1");
        environment.put("TF_IN_AUTOMATION", "1");
        environment.put("TF_INPUT", "0");
        environment.putAll(aws);
        return environment;
    }
}
