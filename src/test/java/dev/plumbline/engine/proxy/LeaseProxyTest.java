package dev.plumbline.engine.proxy;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.grpc.CallOptions;
import io.grpc.ManagedChannel;
import io.grpc.Status;
import io.grpc.netty.shaded.io.grpc.netty.NettyChannelBuilder;
import io.grpc.stub.ClientCalls;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(60)
class LeaseProxyTest {
    private static final String PREPARE = "tfplugin5.Provider/PrepareProviderConfig";
    private static final String VALIDATE_6 = "tfplugin6.Provider/ValidateProviderConfig";
    private static final String SCHEMA = "tfplugin5.Provider/GetSchema";

    private final Loops loops = new Loops();
    private final Path folder;
    private final List<AutoCloseable> open = new ArrayList<>();
    private Peer first;
    private Peer second;
    private Two providers;
    private ProviderChannel terraform;

    @SuppressWarnings("NullAway.Init")
    LeaseProxyTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @BeforeEach
    void listen() throws IOException {
        first = opened(new Peer(folder.resolve("p1"), loops));
        second = opened(new Peer(folder.resolve("p2"), loops));
        providers = new Two(channel("p1"), channel("p2"));
        opened(LeaseProxy.listen(
                folder.resolve("lease"),
                providers,
                method -> method.equals(SCHEMA) ? "trimmed".getBytes(StandardCharsets.UTF_8) : null,
                loops));
        terraform = channel("lease");
    }

    @AfterEach
    void close() throws Exception {
        for (AutoCloseable one : open) {
            one.close();
        }
        loops.close();
    }

    @Test
    void theSchemaIsAnsweredHereAndEverythingElseByTheProvider() throws IOException {
        assertThat(ask(terraform, SCHEMA, "")).isEqualTo("trimmed");
        assertThat(ask(terraform, "tfplugin5.Provider/PlanResourceChange", "x"))
                .isEqualTo("answer 1 to tfplugin5.Provider/PlanResourceChange x");

        assertThat(first.asked()).containsExactly("tfplugin5.Provider/PlanResourceChange x");
    }

    @Test
    void theVerySameProviderBlockIsAskedAboutOnce() throws IOException {
        for (String method : List.of(PREPARE, VALIDATE_6)) {
            first.asked().clear();
            String answer = ask(terraform, method, "us-east-1");

            assertThat(ask(terraform, method, "us-east-1")).isEqualTo(answer);
            assertThat(ask(terraform, method, "us-east-2")).endsWith("us-east-2");
            assertThat(ask(terraform, method, "us-east-1")).isEqualTo(answer);
            assertThat(first.asked()).containsExactly(method + " us-east-1", method + " us-east-2");
        }
    }

    @Test
    void whatFailedIsAskedAgain() throws IOException {
        first.refuse(Status.INTERNAL.withDescription("out of order"));
        assertThatThrownBy(() -> ask(terraform, PREPARE, "a")).hasMessageContaining("out of order");

        first.refuse(Status.OK);

        assertThat(ask(terraform, PREPARE, "a")).startsWith("answer");
        assertThat(first.asked()).hasSize(2);
    }

    @Test
    void thousandsOfProviderBlocksDoNotFillTheMemory() throws IOException {
        for (int i = 0; i < 1_000; i++) {
            ask(terraform, PREPARE, "block " + i);
        }
        assertThat(ask(terraform, PREPARE, "block 0")).endsWith("block 0");
        assertThat(ask(terraform, PREPARE, "block 999")).endsWith("block 999");
    }

    @Test
    void eachConfiguredInstanceHasAProcessToItself() throws Exception {
        ProviderChannel alias = channel("lease");
        ask(terraform, "tfplugin5.Provider/Configure", "us-east-1");
        ask(alias, "tfplugin5.Provider/Configure", "us-west-2");

        ask(terraform, "tfplugin5.Provider/ReadResource", "one");
        ask(alias, "tfplugin5.Provider/ReadResource", "two");

        assertThat(first.asked()).last().isEqualTo("tfplugin5.Provider/ReadResource one");
        assertThat(second.asked()).last().isEqualTo("tfplugin5.Provider/ReadResource two");
        alias.close();
        providers.awaitGivenBack();
    }

    @Test
    void whatIsBetweenAProviderAndItsOwnerIsNotPassedOn() {
        assertThatThrownBy(() -> ask(terraform, "plugin.GRPCController/Shutdown", ""))
                .hasMessageContaining("UNIMPLEMENTED");
        assertThat(first.asked()).isEmpty();
    }

    @Test
    void anotherUsersConnectionIsRefusedWhateverItAsks() throws Exception {
        for (boolean ours : List.of(true, false)) {
            LeaseProxy proxy = opened(LeaseProxy.listenOnLoopback(
                    providers,
                    method -> method.equals(SCHEMA) ? "trimmed".getBytes(StandardCharsets.UTF_8) : null,
                    loops,
                    attributes -> ours));
            int port = ((InetSocketAddress) proxy.address()).getPort();
            ManagedChannel channel = NettyChannelBuilder.forAddress("127.0.0.1", port)
                    .usePlaintext()
                    .directExecutor()
                    .build();
            open.add(0, channel::shutdownNow);
            for (String method : List.of(SCHEMA, PREPARE)) {
                if (ours) {
                    assertThat(new String(ask(channel, method), StandardCharsets.UTF_8))
                            .isNotEmpty();
                } else {
                    assertThatThrownBy(() -> ask(channel, method)).hasMessageContaining("UNAUTHENTICATED");
                }
            }
        }
        assertThat(first.asked()).as("only the first one reached the provider").hasSize(1);
    }

    private static byte[] ask(ManagedChannel channel, String method) {
        return ClientCalls.blockingUnaryCall(
                channel, RawBytes.method(method), CallOptions.DEFAULT.withDeadlineAfter(30, SECONDS), new byte[0]);
    }

    private ProviderChannel channel(String socket) {
        return opened(new ProviderChannel(folder.resolve(socket), loops));
    }

    private <T extends AutoCloseable> T opened(T one) {
        open.add(0, one);
        return one;
    }

    private static String ask(ProviderChannel channel, String method, String question) throws IOException {
        byte[] answer = channel.call(method, question.getBytes(StandardCharsets.UTF_8), Duration.ofSeconds(30));
        return new String(answer, StandardCharsets.UTF_8);
    }

    /** Two processes behind one lease. */
    private static final class Two implements Providers {
        private final ProviderChannel first;
        private final ProviderChannel second;
        private boolean givenBack;

        Two(ProviderChannel first, ProviderChannel second) {
            this.first = first;
            this.second = second;
        }

        @Override
        public ProviderChannel first() {
            return first;
        }

        @Override
        public ProviderChannel another() {
            return second;
        }

        @Override
        public synchronized void giveBack(ProviderChannel provider) {
            givenBack = provider == second;
            notifyAll();
        }

        synchronized void awaitGivenBack() throws InterruptedException {
            while (!givenBack) {
                wait();
            }
        }
    }
}
