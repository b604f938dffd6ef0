package dev.plumbline.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import dev.plumbline.sandbox.control.Fault;
import dev.plumbline.sandbox.store.Store;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** One workspace, one AWS. */
class SandboxLinkTest {
    private final Path folder;

    SandboxLinkTest(@TempDir Path folder) {
        this.folder = folder;
    }

    private static Api api(SandboxLink link) {
        return new Api(link.endpoint(), "test", "us-east-1");
    }

    @Test
    void isSharedWithinAProcessUntilTheLastHolderLetsGo() {
        Path workspace = folder.resolve("with space ü/.plumbline");
        SandboxLink one = SandboxLink.open(workspace);
        SandboxLink two = SandboxLink.open(workspace);
        assertThat(two.endpoint()).isEqualTo(one.endpoint());
        assertThat(one.serving()).isTrue();
        one.close();
        one.close();
        api(two).ok("CreateStream", "{'StreamName':'s','ShardCount':1}");
        URI endpoint = two.endpoint();
        two.close();
        try (SandboxLink again = SandboxLink.open(workspace)) {
            assertThat(again.endpoint())
                    .as("what another shell exported stays valid")
                    .isEqualTo(endpoint);
            assertThat(api(again).ok("ListStreams", "{}").list("StreamNames")).isEqualTo(List.of("s"));
            assertThat(again.trouble()).isEmpty();
        }
    }

    @Test
    void isAnotherInAnotherFolder() {
        try (SandboxLink one = SandboxLink.open(folder.resolve("one"));
                SandboxLink two = SandboxLink.open(folder.resolve("two"))) {
            api(one).ok("CreateStream", "{'StreamName':'s','ShardCount':1}");
            assertThat(api(two).ok("ListStreams", "{}").list("StreamNames")).isEmpty();
            one.reset();
            assertThat(api(one).ok("ListStreams", "{}").list("StreamNames")).isEmpty();
        }
    }

    @Test
    void tellsOfCallsAndInjectsFaults() {
        try (SandboxLink link = SandboxLink.open(folder)) {
            link.inject(Fault.error("ListStreams", "LimitExceededException", "Rate exceeded", 1));
            link.inject(Fault.throttle("PutRecord", 3));
            link.clearFaults();
            link.inject(Fault.error("ListStreams", "LimitExceededException", "Rate exceeded", 1));
            assertThat(api(link).refused("ListStreams", "{}").message()).isEqualTo("Rate exceeded");
            api(link).ok("ListStreams", "{'Limit':5}");
            assertThat(link.calls(0))
                    .extracting(call -> call.error().orElse(""))
                    .containsExactly("LimitExceededException", "");
            assertThat(link.calls(1)).extracting(call -> call.parameters()).containsExactly("Limit=5");
        }
    }

    /** What a belt flooded twice leaves: more than a document of the private path may hold in one piece. */
    @Test
    void copiesAStoreOfAnySize(@TempDir Path other) throws IOException {
        byte[] megabyte = new byte[1 << 20];
        new Random(7).nextBytes(megabyte);
        try (Store store = Store.at(folder.resolve("sandbox/store.mv"))) {
            for (int i = 0; i < 24; i++) {
                store.table("many").put("record" + i, megabyte);
                store.commit();
            }
        }
        try (SandboxLink link = SandboxLink.open(folder)) {
            api(link).ok("CreateStream", "{'StreamName':'s','ShardCount':1}");
            link.copyStore(other);
            assertThat(folder.resolve("sandbox"))
                    .as("the copy that is sent leaves nothing")
                    .isDirectoryNotContaining("glob:**.tmp");
            api(link).ok("ListStreams", "{}");
        }
        try (Store copy = Store.at(other.resolve("store.mv"))) {
            assertThat(copy.table("many").size()).isEqualTo(24);
            assertThat(copy.table("many").get("record23")).contains(megabyte);
            assertThat(copy.table("kinesis.streams").size()).isEqualTo(1);
        }
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void saysWhyAStoreCannotBeCopied(@TempDir Path other) throws IOException {
        try (SandboxLink link = SandboxLink.open(folder)) {
            Path sandbox = folder.resolve("sandbox");
            Files.move(sandbox, folder.resolve("moved"));
            try {
                assertThatThrownBy(() -> link.copyStore(other))
                        .isInstanceOfSatisfying(SandboxException.class, trouble -> assertThat(trouble.kind())
                                .isEqualTo(SandboxException.Kind.STORE))
                        .hasMessageContaining("store.mv could not be copied")
                        .hasMessageContaining("folder is writable");
            } finally {
                Files.move(folder.resolve("moved"), sandbox);
            }
        }
    }

    /** An error of AWS's has no stack trace and would be reported as a bug that nobody can find. */
    @Test
    void anAnswerThatCannotBeReadIsNoAnswer() throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            exchange.sendResponseHeaders(200, 0);
            exchange.getResponseBody().write("{\"calls\":[{\"num".getBytes(StandardCharsets.UTF_8));
            exchange.close();
        });
        server.start();
        try {
            ControlClient client = new ControlClient(
                    URI.create("http://127.0.0.1:" + server.getAddress().getPort()));
            assertThatThrownBy(() -> client.send("GET", "calls", null))
                    .isInstanceOf(ControlClient.NoAnswer.class)
                    .hasMessageContaining("its answer to GET calls cannot be read")
                    .satisfies(none -> assertThat(none.getStackTrace()).isNotEmpty());
            assertThatThrownBy(() -> client.store(OutputStream.nullOutputStream()))
                    .hasMessageContaining("another version");
            assertThat(client.id()).isEmpty();
        } finally {
            server.stop(0);
        }
    }

    @Test
    void choosesAnotherPortWhereAStrangerHasTheRememberedOne() throws IOException {
        int port;
        try (SandboxLink link = SandboxLink.open(folder)) {
            port = link.endpoint().getPort();
        }
        try (ServerSocket stranger = new ServerSocket(port, 1, InetAddress.getLoopbackAddress());
                SandboxLink link = SandboxLink.open(folder)) {
            assertThat(stranger.isBound()).isTrue();
            assertThat(link.endpoint().getPort()).isNotEqualTo(port);
            api(link).ok("ListStreams", "{}");
        }
    }

    @Test
    void doesNotMindADamagedNoteOfItsPort() throws IOException {
        Files.createDirectories(folder.resolve("sandbox"));
        Files.writeString(folder.resolve("sandbox/endpoint"), "12 x");
        try (SandboxLink link = SandboxLink.open(folder)) {
            api(link).ok("ListStreams", "{}");
        }
    }

    @Test
    void saysWhichStoreIsDamagedAndWhatToDo() throws IOException {
        Files.createDirectories(folder.resolve("sandbox"));
        Path store = folder.resolve("sandbox/store.mv");
        Files.write(store, "this is no store. ".repeat(1_000).getBytes(StandardCharsets.UTF_8));
        assertThatThrownBy(() -> SandboxLink.open(folder))
                .isInstanceOfSatisfying(SandboxException.class, trouble -> assertThat(trouble.kind())
                        .isEqualTo(SandboxException.Kind.STORE))
                .hasMessageContaining(store.toRealPath().toString())
                .hasMessageContaining("Move it away");
        Files.delete(store);
        try (SandboxLink link = SandboxLink.open(folder)) {
            api(link).ok("ListStreams", "{}");
        }
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void saysWhichFolderCannotBeWritten() throws IOException {
        Path locked = Files.createDirectory(folder.resolve("locked"));
        Files.setPosixFilePermissions(locked, PosixFilePermissions.fromString("r-xr-xr-x"));
        if (Files.isWritable(locked)) {
            // Permissions do not bind root; nobody can make a folder there.
            locked = Path.of("/proc/self");
        }
        Path unwritable = locked;
        assertThatThrownBy(() -> SandboxLink.open(unwritable))
                .isInstanceOf(SandboxException.class)
                .hasMessageContaining(unwritable.toString());
    }

    @Test
    void saysThatAFileIsInTheWay() throws IOException {
        Path file = Files.createFile(folder.resolve("sandbox"));
        assertThatThrownBy(() -> SandboxLink.open(folder))
                .isInstanceOfSatisfying(SandboxException.class, trouble -> assertThat(trouble.kind())
                        .isEqualTo(SandboxException.Kind.FOLDER))
                .hasMessageContaining(file.toString());
    }

    @Test
    void saysThatAWishedPortIsTaken() {
        try (Sandbox first = Sandbox.start(SandboxOptions.inMemory())) {
            int port = first.endpoint().getPort();
            assertThatThrownBy(() -> Sandbox.start(SandboxOptions.inMemory().withPort(port)))
                    .hasMessageContaining("Port " + port);
        }
    }
}
