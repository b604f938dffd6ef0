package dev.plumbline.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.UnixDomainSocketAddress;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SmallPartsTest {
    private static final long GIB = 1L << 30;

    @Test
    void theLimitOfProcessesFollowsMemoryAndProcessors() {
        assertThat(MemoryLimit.processes(GIB, 2)).isEqualTo(1);
        assertThat(MemoryLimit.processes(3 * GIB, 8)).isEqualTo(2);
        assertThat(MemoryLimit.processes(16 * GIB, 2)).isEqualTo(4);
        assertThat(MemoryLimit.processes(256 * GIB, 64)).isEqualTo(8);
    }

    @Test
    void theCacheLiesWhereTheUserWantsIt() {
        Path home = Path.of("/home/ada");
        assertThat(CacheHome.of(Map.of(), home)).isEqualTo(Path.of("/home/ada/.cache/plumbline"));
        assertThat(CacheHome.of(Map.of("XDG_CACHE_HOME", "/var/cache/ada"), home))
                .isEqualTo(Path.of("/var/cache/ada/plumbline"));
        assertThat(CacheHome.of(Map.of("XDG_CACHE_HOME", "relative"), home))
                .isEqualTo(Path.of("/home/ada/.cache/plumbline"));
    }

    @Test
    void aProviderSeesWhatTheCallerGivesWithoutTerraformsOwnAndTheBundleThatBreaksIt() {
        Map<String, String> asked = ProviderEnvironment.asked(Map.of(
                "AWS_ENDPOINT_URL", "http://127.0.0.1:1",
                "AWS_CA_BUNDLE", "/etc/ssl/x.pem",
                "TF_CLI_ARGS_plan", "-refresh=false",
                "TF_REATTACH_PROVIDERS", "{}",
                "TF_APPEND_USER_AGENT", "plumbline-grader"));
        assertThat(asked).containsOnlyKeys("AWS_ENDPOINT_URL", "TF_APPEND_USER_AGENT");

        assertThat(ProviderEnvironment.complete(asked, Path.of("/run/x")))
                .containsEntry("AWS_ENDPOINT_URL", "http://127.0.0.1:1")
                .containsEntry("PLUGIN_PROTOCOL_VERSIONS", "5,6")
                .containsEntry("PLUGIN_UNIX_SOCKET_DIR", "/run/x")
                .containsKey("TF_PLUGIN_MAGIC_COOKIE")
                .doesNotContainKeys("HOME", "AWS_CA_BUNDLE", "PLUGIN_CLIENT_CERT");
    }

    @Test
    void theReattachValueIsJson() {
        assertThat(ReattachValue.of(
                        "registry.terraform.io/hashicorp/aws", 5, UnixDomainSocketAddress.of("/tmp/a\"b\\c")))
                .startsWith(
                        "{\"registry.terraform.io/hashicorp/aws\":{\"Protocol\":\"grpc\",\"ProtocolVersion\":5,\"Pid\":")
                .endsWith("\"Test\":true,\"Addr\":{\"Network\":\"unix\",\"String\":\"/tmp/a\\\"b\\\\c\"}}}");
        assertThat(ReattachValue.of("x/y/z", 6, new InetSocketAddress(InetAddress.getLoopbackAddress(), 4711)))
                .contains("\"ProtocolVersion\":6")
                .endsWith("\"Addr\":{\"Network\":\"tcp\",\"String\":\"127.0.0.1:4711\"}}}");
    }

    @Test
    void windowsIsRefusedInASentence() {
        assertThatThrownBy(() -> WarmEngine.open(EngineOptions.defaults(), "Windows 11"))
                .isInstanceOfSatisfying(EngineUnavailable.class, e -> assertThat(e.reason())
                        .isEqualTo(EngineUnavailable.Reason.PLATFORM))
                .hasMessage("The warm engine does not run on Windows.");
    }

    @Test
    void onlyAMovableEndpointOnThisMachineThatAnswersIsReachedThroughTheRelay() throws Exception {
        try (ServerSocket there = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            String endpoint = "http://127.0.0.1:" + there.getLocalPort();
            Map<String, String> movable = Map.of("AWS_ENDPOINT_URL", endpoint, WarmEngine.MOVABLE_ENDPOINT, "yes");

            assertThat(Destination.of(movable).relayed())
                    .hasValue(new InetSocketAddress(InetAddress.getLoopbackAddress(), there.getLocalPort()));
            assertThat(Destination.of(movable).environment()).isEmpty();
            assertThat(Destination.of(Map.of("AWS_ENDPOINT_URL", endpoint)).relayed())
                    .isEmpty();
            for (String other : List.of(
                    endpoint + "/path",
                    "https://127.0.0.1:1",
                    "http://aws.example:80",
                    "http://127.0.0.1:1",
                    "",
                    "::")) {
                Map<String, String> asked = Map.of("AWS_ENDPOINT_URL", other, WarmEngine.MOVABLE_ENDPOINT, "yes");
                assertThat(Destination.of(asked).relayed()).as(other).isEmpty();
                assertThat(Destination.of(asked).environment()).containsExactly(Map.entry("AWS_ENDPOINT_URL", other));
            }
        }
    }

    @Test
    void aLimitOfNoProcessIsRefused() {
        assertThatThrownBy(() -> EngineOptions.defaults().withProcessLimit(0))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aBuildHasANameThatFitsIntoASocketsPath() {
        assertThat(Build.id()).matches("[0-9a-f]{20}");
    }
}
