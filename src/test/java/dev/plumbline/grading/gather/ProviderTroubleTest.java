package dev.plumbline.grading.gather;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** The texts are those that terraform init 1.11.4 printed in each situation; only the host is another. */
class ProviderTroubleTest {
    private static final List<String> AWS = List.of("hashicorp/aws");

    @Test
    void aRegistryOutOfReachIsTheMachinesTrouble() {
        assertThat(ProviderTrouble.of(
                        """
                        Error: Failed to query available provider packages

                        Could not retrieve the list of available versions for provider hashicorp/aws:
                        could not connect to registry.example: failed to request discovery
                        document: Get "https://registry.example/.well-known/terraform.json":
                        dial tcp: lookup registry.example: no such host
                        """,
                        AWS))
                .hasValueSatisfying(says -> assertThat(says).contains("registry cannot be reached"));
    }

    @Test
    void aMirrorWithoutTheLabsOwnProviderIsTheMachinesTrouble() {
        assertThat(ProviderTrouble.of(missing("hashicorp/aws"), AWS))
                .hasValueSatisfying(says -> assertThat(says).contains("does not have hashicorp/aws"));
    }

    @Test
    void aMirrorThatIsNotThereIsTheMachinesTrouble() {
        assertThat(ProviderTrouble.of(
                        """
                        Error: Failed to query available provider packages

                        Could not retrieve the list of available versions for provider hashicorp/aws:
                        cannot search /opt/mirror: lstat /opt/mirror: no such file or directory
                        """,
                        AWS))
                .hasValueSatisfying(says -> assertThat(says).contains("/opt/mirror, cannot be read"));
    }

    @Test
    void aProviderThatDoesNotExistIsTheFilesTrouble() {
        assertThat(ProviderTrouble.of(missing("hashicorp/kinesis"), AWS)).isEmpty();
        assertThat(ProviderTrouble.of(
                        """
                        Error: Failed to query available provider packages

                        Could not retrieve the list of available versions for provider hashicorp/aws: no
                        available releases match the given constraints ~> 99.0
                        """,
                        AWS))
                .isEmpty();
        assertThat(ProviderTrouble.of("Error: Argument definition required\n\n  on main.tf line 1", AWS))
                .isEmpty();
    }

    private static String missing(String provider) {
        return "Error: Failed to query available provider packages\n\nCould not retrieve the list of available versions"
                + " for provider " + provider + ":\nprovider registry.terraform.io/" + provider
                + " was not found in any of the\nsearch locations\n\n  - /opt/mirror\n";
    }
}
