package dev.plumbline.terraform;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TerraformEnvironmentTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "TF_CLI_ARGS",
                "TF_CLI_ARGS_plan",
                "TF_VAR_region",
                "TF_WORKSPACE",
                "TF_DATA_DIR",
                "TF_LOG",
                "TF_LOG_PATH",
                "TF_REATTACH_PROVIDERS",
                "AWS_ACCESS_KEY_ID",
                "AWS_SECRET_ACCESS_KEY",
                "AWS_SESSION_TOKEN",
                "AWS_PROFILE",
                "AWS_ENDPOINT_URL",
                "AWS_CA_BUNDLE",
                "AWS_REGION",
                "LD_PRELOAD",
                "JAVA_TOOL_OPTIONS"
            })
    void whatChangesAPlanOrLeadsToAnotherAccountDoesNotGetThrough(String name) {
        assertThat(TerraformEnvironment.clean(Map.of(name, "x", "PATH", "/bin"), Map.of()))
                .doesNotContainKey(name)
                .containsEntry("PATH", "/bin");
    }

    @Test
    void theExactEnvironment() {
        Map<String, String> caller = new HashMap<>(Map.of("HOME", "/home/a", "TF_CLI_CONFIG_FILE", "/etc/tf.rc"));
        caller.put("EDITOR", "vi");
        assertThat(TerraformEnvironment.clean(caller, Map.of("AWS_ENDPOINT_URL", "http://127.0.0.1:1")))
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "HOME", "/home/a",
                        "TF_CLI_CONFIG_FILE", "/etc/tf.rc",
                        "CHECKPOINT_DISABLE", "1",
                        "TF_IN_AUTOMATION", "1",
                        "TF_INPUT", "0",
                        "AWS_ENDPOINT_URL", "http://127.0.0.1:1"));
    }

    @Test
    void theBackendHasTheLastWord() {
        assertThat(TerraformEnvironment.clean(Map.of("HOME", "/theirs"), Map.of("HOME", "/ours")))
                .containsEntry("HOME", "/ours");
    }
}
