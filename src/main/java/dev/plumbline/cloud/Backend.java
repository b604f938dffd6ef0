package dev.plumbline.cloud;

import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Which AWS a lab runs against. */
public sealed interface Backend {
    /** The word in reports: {@code embedded}, the address, or {@code real}. */
    String name();

    /** What the environment of Terraform and of a learner's shell gets. */
    Map<String, String> environment();

    /** Variables that must not reach a child process, because they would lead to another account. */
    java.util.Set<String> cleared();

    /** Where it answers, unless it is AWS's own. */
    default Optional<URI> address() {
        return this instanceof Embedded embedded
                ? Optional.of(embedded.endpoint())
                : this instanceof Url url ? Optional.of(url.endpoint()) : Optional.empty();
    }

    /** Whether every region may be asked at no cost and no delay. */
    default boolean isLocal() {
        return true;
    }

    /** The AWS inside this program, at this address. */
    record Embedded(URI endpoint) implements Backend {
        @Override
        public String name() {
            return "embedded";
        }

        @Override
        public Map<String, String> environment() {
            return emulator(endpoint);
        }

        @Override
        public java.util.Set<String> cleared() {
            return ACCOUNT_VARIABLES;
        }
    }

    /** Another AWS that speaks the protocol: moto, LocalStack and their like. */
    record Url(URI endpoint) implements Backend {
        @Override
        public String name() {
            return endpoint.toString();
        }

        @Override
        public Map<String, String> environment() {
            return emulator(endpoint);
        }

        @Override
        public java.util.Set<String> cleared() {
            return ACCOUNT_VARIABLES;
        }
    }

    /** A real account, through whatever credentials the learner's environment gives; never chosen by default. */
    record Real(Map<String, String> credentials) implements Backend {
        @Override
        public String name() {
            return "real";
        }

        @Override
        public Map<String, String> environment() {
            return credentials;
        }

        @Override
        public java.util.Set<String> cleared() {
            return java.util.Set.of();
        }

        @Override
        public boolean isLocal() {
            return false;
        }

        /** No credential may be printed by accident. */
        @Override
        public String toString() {
            return "Real[]";
        }
    }

    /** What names an account or an endpoint in an environment. */
    java.util.Set<String> ACCOUNT_VARIABLES = java.util.Set.of(
            "AWS_ACCESS_KEY_ID",
            "AWS_SECRET_ACCESS_KEY",
            "AWS_SESSION_TOKEN",
            "AWS_SECURITY_TOKEN",
            "AWS_PROFILE",
            "AWS_DEFAULT_PROFILE",
            "AWS_CONFIG_FILE",
            "AWS_SHARED_CREDENTIALS_FILE",
            "AWS_ROLE_ARN",
            "AWS_WEB_IDENTITY_TOKEN_FILE",
            "AWS_CONTAINER_CREDENTIALS_RELATIVE_URI",
            "AWS_CONTAINER_CREDENTIALS_FULL_URI",
            "AWS_CA_BUNDLE",
            "AWS_ENDPOINT_URL",
            "AWS_ENDPOINT_URL_KINESIS",
            "AWS_ENDPOINT_URL_STS",
            "AWS_IGNORE_CONFIGURED_ENDPOINT_URLS");

    private static Map<String, String> emulator(URI endpoint) {
        Map<String, String> environment = new TreeMap<>();
        environment.put("AWS_ENDPOINT_URL", endpoint.toString());
        environment.put("AWS_ACCESS_KEY_ID", "test");
        environment.put("AWS_SECRET_ACCESS_KEY", "test");
        environment.put("AWS_EC2_METADATA_DISABLED", "true");
        // Real credentials in the home directory must not be read even where a file asks for a profile.
        environment.put("AWS_CONFIG_FILE", "/dev/null");
        environment.put("AWS_SHARED_CREDENTIALS_FILE", "/dev/null");
        return environment;
    }
}
