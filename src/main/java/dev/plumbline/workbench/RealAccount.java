package dev.plumbline.workbench;

import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** What of the learner's environment leads to their own account. Values go to child processes and nowhere else. */
final class RealAccount {
    private static final Set<String> NAMES = Set.of(
            "AWS_ACCESS_KEY_ID",
            "AWS_SECRET_ACCESS_KEY",
            "AWS_SESSION_TOKEN",
            "AWS_PROFILE",
            "AWS_DEFAULT_PROFILE",
            // Whoever leads the SDK to another address has to lead Terraform to the same one.
            "AWS_ENDPOINT_URL",
            "AWS_ENDPOINT_URL_KINESIS",
            "AWS_ENDPOINT_URL_STS",
            "AWS_CONFIG_FILE",
            "AWS_SHARED_CREDENTIALS_FILE",
            "AWS_ROLE_ARN",
            "AWS_WEB_IDENTITY_TOKEN_FILE",
            "AWS_CONTAINER_CREDENTIALS_RELATIVE_URI",
            "AWS_CONTAINER_CREDENTIALS_FULL_URI");

    private RealAccount() {}

    static Map<String, String> credentials(Map<String, String> caller) {
        Map<String, String> found = new TreeMap<>();
        NAMES.forEach(name -> {
            String value = caller.get(name);
            if (value != null) {
                found.put(name, value);
            }
        });
        return found;
    }
}
