package dev.plumbline.grading.gather;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Tells an init that failed for want of a provider, which is the machine's trouble, from one that failed over what the
 * learner wrote. Terraform gives both the same exit code and summary ("Failed to query available provider packages"); the
 * sentences below are those of its registry and mirror clients (internal/getproviders) and of the system under them.
 */
final class ProviderTrouble {
    private static final List<String> UNREACHABLE = List.of(
            "could not connect to",
            "failed to request discovery document",
            "failed to retrieve",
            "error accessing remote",
            "no such host",
            "connection refused",
            "i/o timeout",
            "deadline exceeded",
            "Client.Timeout",
            "x509:");

    private static final List<String> NO_ROOM =
            List.of("no space left on device", "permission denied", "read-only file system", "disk quota exceeded");

    private static final Pattern NOT_FOUND =
            Pattern.compile("provider \\S*/(\\S+/\\S+) was not found in any of the search locations");

    /** A local mirror that is named and is not there, or cannot be read: internal/getproviders, SearchLocalDirectory. */
    private static final Pattern NO_MIRROR = Pattern.compile("for provider (\\S+/\\S+): cannot search (\\S+): ");

    private ProviderTrouble() {}

    /**
     * What to say, if the machine is to blame.
     *
     * @param errors what a failed init wrote to standard error
     * @param wanted the providers the lab itself asks for, such as {@code hashicorp/aws}: a mirror without them is the
     *     machine's trouble, a mirror without another one is the file's
     */
    static Optional<String> of(String errors, List<String> wanted) {
        String words = errors.replaceAll("\\s+", " ");
        boolean provider = words.contains("Failed to query available provider packages")
                || words.contains("Failed to install provider");
        if (!provider) {
            return Optional.empty();
        }
        if (UNREACHABLE.stream().anyMatch(words::contains)) {
            return Optional.of(
                    "The provider is not on this machine, and the registry cannot be reached to fetch it. Connect to the network, or name a mirror in Terraform's CLI configuration, then try again.");
        }
        Matcher mirror = NO_MIRROR.matcher(words);
        if (mirror.find() && wanted.contains(mirror.group(1))) {
            return Optional.of("The mirror that Terraform's CLI configuration names, " + mirror.group(2)
                    + ", cannot be read. Put the provider there, or let Terraform use the registry, then try again.");
        }
        if (NO_ROOM.stream().anyMatch(words::contains)) {
            return Optional.of("The provider could not be installed (" + reason(words)
                    + "). It needs 700 MB where temporary files go.");
        }
        return NOT_FOUND
                .matcher(words)
                .results()
                .map(found -> found.group(1))
                .filter(wanted::contains)
                .findFirst()
                .map(missing -> "The mirror that Terraform's CLI configuration names does not have " + missing
                        + ". Add it there, or let Terraform use the registry, then try again.");
    }

    private static String reason(String words) {
        return NO_ROOM.stream().filter(words::contains).findFirst().orElse("");
    }
}
