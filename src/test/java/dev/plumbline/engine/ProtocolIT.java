package dev.plumbline.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.plumbline.engine.EngineUnavailable.Reason;
import dev.plumbline.engine.proxy.AttachBy;
import dev.plumbline.engine.schema.NeededTypes;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Real Terraform attached to a provider of our own, in both plugin protocols; no registry, no AWS. */
@Timeout(120)
class ProtocolIT {
    private static final String SOURCE = "registry.terraform.io/plumbline/fake";

    private final Path folder;

    ProtocolIT(@TempDir Path folder) {
        this.folder = folder;
    }

    @BeforeEach
    void terraformIsHere() {
        RealTerraform.requireProgram();
    }

    @ParameterizedTest
    @ValueSource(ints = {5, 6})
    void plansThroughTheProxy(int protocol) throws Exception {
        Path workspace = workspace("resource \"fake_thing\" \"one\" {\n  name = \"first\"\n}\n");
        try (OwnProcesses processes = OwnProcesses.open(RealTerraform.options(folder));
                Lease lease = processes.lease(request(protocol, NeededTypes.resources("fake_thing")))) {
            Terraform terraform = new Terraform(workspace, environment(lease));

            assertThat(lease.reattachProviders()).contains("\"ProtocolVersion\":" + protocol);
            for (int run = 0; run < 2; run++) {
                Terraform.Result plan =
                        terraform.run("plan", "-no-color", "-input=false", "-detailed-exitcode", "-lock=false");
                assertThat(plan.exitCode()).as(plan.output()).isEqualTo(2);
                assertThat(plan.output()).contains("fake_thing.one", "\"first\"", "1 to add");
            }
            assertThat(lease.providerDied()).isFalse();
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {5, 6})
    void aWrongTypeIsToldAsStockTellsIt(int protocol) throws Exception {
        Path workspace = workspace("resource \"fake_thingy\" \"one\" {\n  name = \"first\"\n}\n");
        try (OwnProcesses processes = OwnProcesses.open(RealTerraform.options(folder));
                Lease lease = processes.lease(request(protocol, NeededTypes.resources("fake_thingy")))) {
            Terraform.Result validate = new Terraform(workspace, environment(lease)).run("validate", "-json");

            assertThat(validate.exitCode()).isEqualTo(1);
            assertThat(validate.output()).contains("Invalid resource type", "fake_thingy");
        }
    }

    @Test
    void terraformAttachesOverLoopbackWhereItIsToldTo() throws Exception {
        assumeTrue(Files.isReadable(Path.of("/proc/net/tcp")), "this system does not tell whose a connection is");
        Path workspace = workspace("resource \"fake_thing\" \"one\" {\n  name = \"first\"\n}\n");
        try (OwnProcesses processes = OwnProcesses.open(RealTerraform.options(folder));
                Lease lease = processes.lease(request(5, NeededTypes.resources("fake_thing"), AttachBy.TCP))) {
            assertThat(lease.reattachProviders()).contains("\"Network\":\"tcp\"", "\"127.0.0.1:");
            Terraform.Result plan = new Terraform(workspace, environment(lease))
                    .run("plan", "-no-color", "-input=false", "-detailed-exitcode", "-lock=false");
            assertThat(plan.exitCode()).as(plan.output()).isEqualTo(2);
            assertThat(plan.output()).contains("fake_thing.one", "1 to add");
        }
    }

    @Test
    void whereThereCanBeNoSocketTerraformAttachesOverLoopback() throws Exception {
        assumeTrue(Files.isReadable(Path.of("/proc/net/tcp")), "this system does not tell whose a connection is");
        Path sockets = Files.createDirectory(folder.resolve("sockets"));
        Files.createDirectory(sockets.resolve("lease1")); // in the way of the first lease's socket
        try (EngineHost host = new EngineHost(sockets, folder.resolve("cache"), 1)) {
            LeaseRequest request = request(5, NeededTypes.resources("fake_thing"));
            try (Lease first = host.lease(request)) {
                assertThat(first.reattachProviders()).contains("\"Network\":\"tcp\"");
            }
            try (Lease second = host.lease(request)) {
                assertThat(second.reattachProviders()).contains("\"Network\":\"unix\"");
            }
        }
    }

    @Test
    void aProtocolThatIsNotKnownIsRefusedWithItsNumber() throws Exception {
        try (OwnProcesses processes = OwnProcesses.open(RealTerraform.options(folder))) {
            assertThatThrownBy(() -> processes.lease(request(7, NeededTypes.everything())))
                    .isInstanceOfSatisfying(
                            EngineUnavailable.class, e -> assertThat(e.reason()).isEqualTo(Reason.UNKNOWN_PROTOCOL))
                    .hasMessageContaining("speaks plugin protocol 7; 5 and 6 are known");
        }
    }

    private Path workspace(String resource) throws IOException {
        Path workspace = Files.createDirectory(folder.resolve("workspace"));
        Files.writeString(
                workspace.resolve("main.tf"),
                "terraform {\n  required_providers {\n    fake = {\n      source = \"plumbline/fake\"\n    }\n  }\n}\n"
                        + resource);
        return workspace;
    }

    private LeaseRequest request(int protocol, NeededTypes types) throws IOException {
        return request(protocol, types, AttachBy.UNIX);
    }

    private LeaseRequest request(int protocol, NeededTypes types, AttachBy by) throws IOException {
        ProviderBinary binary = new ProviderBinary(SOURCE, "1.0.0", FakeProvider.installed(folder, protocol));
        return new LeaseRequest(binary, Map.of(), types, Duration.ofSeconds(30), by);
    }

    private static Map<String, String> environment(Lease lease) {
        Map<String, String> environment = new TreeMap<>(RealTerraform.base());
        environment.putAll(lease.variables());
        return environment;
    }
}
