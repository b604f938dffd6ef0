package dev.plumbline.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.plumbline.sandbox.Sandbox;
import dev.plumbline.sandbox.SandboxOptions;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The warm engine with the real Terraform and the real AWS provider, and what becomes of it when something is killed. */
@Timeout(300)
class WarmEngineIT {
    private static final Duration PATIENCE = Duration.ofMinutes(1);
    private static final String STREAM =
            """
            provider "aws" {
              region = "us-east-1"
            }
            resource "aws_kinesis_stream" "s" {
              name = "datacenter-stream"
              stream_mode_details {
                stream_mode = "ON_DEMAND"
              }
            }
            """;

    @TempDir
    @SuppressWarnings("NullAway.Init")
    static Path folder;

    @BeforeAll
    static void terraformAndProviderAreHere() throws Exception {
        RealTerraform.require(folder);
    }

    @AfterAll
    static void nothingIsLeft() {
        WarmEngine.stopLingering(options());
        assertThat(WarmEngine.status(options())).isEmpty();
    }

    @Test
    void rightAnswersPlanAfterPlanFromOneProviderAndNothingLeaks() throws Exception {
        try (WarmEngine engine = WarmEngine.open(options());
                ManyPlans plans = new ManyPlans(engine, options(), folder.resolve("many"))) {
            plans.prepare();
            plans.run(21);

            assertThat(plans.wrong()).isEmpty();
            ManyPlans.Usage before = plans.usage().get(0);
            ManyPlans.Usage after = plans.usage().get(plans.usage().size() - 1);
            assertThat(after.providers()).isEqualTo(1);
            assertThat(after.files()).as("file handles").isLessThanOrEqualTo(before.files() + 8);
        }
    }

    @Test
    void workspacesThatHaveAnAwsOfTheirOwnShareOneProvider() throws Exception {
        Path workspace = workspace("shared");
        try (WarmEngine engine = WarmEngine.open(options());
                Sandbox one = Sandbox.start(SandboxOptions.inMemory());
                Sandbox two = Sandbox.start(SandboxOptions.inMemory())) {
            for (Sandbox aws : List.of(one, two, one)) {
                long before = aws.calls(0).size();
                assertThat(plan(engine, workspace, movable(aws.endpoint().toString())))
                        .isEqualTo(2);
                assertThat(aws.calls(0)).as("calls of this run").hasSizeGreaterThan((int) before);
            }
            assertThat(two.calls(0).size())
                    .as("the others' calls went elsewhere")
                    .isLessThan(one.calls(0).size());
            assertThat(WarmEngine.status(options()).get(0).providers()).hasSize(1);
        }
    }

    @Test
    void aPlanOverLoopbackIsTheSame() throws Exception {
        assumeTrue(Files.isReadable(Path.of("/proc/net/tcp")), "this system does not tell whose a connection is");
        Path workspace = workspace("loopback");
        try (WarmEngine engine = WarmEngine.open(options().withLoopback(true));
                Sandbox aws = Sandbox.start(SandboxOptions.inMemory())) {
            Map<String, String> environment = movable(aws.endpoint().toString());
            try (Lease lease = engine.lease(ProviderNeed.awsFor(workspace), environment, PATIENCE)) {
                assertThat(lease.reattachProviders()).contains("\"Network\":\"tcp\"", "\"127.0.0.1:");
            }
            assertThat(plan(engine, workspace, environment)).isEqualTo(2);
        }
    }

    @Test
    void aProviderKilledInTheMiddleOfAPlanIsReplacedAndThePlanRepeated() throws Exception {
        Path workspace = workspace("killed");
        AtomicBoolean killed = new AtomicBoolean();
        try (WarmEngine engine = WarmEngine.open(options());
                Sandbox aws = Sandbox.start(SandboxOptions.inMemory())) {
            HttpServer between = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
            between.createContext("/", exchange -> {
                if (killed.compareAndSet(false, true)) {
                    busyProvider().destroyForcibly(); // SIGKILL, while it waits for this very answer
                }
                Forward.to(aws.endpoint(), exchange);
            });
            between.start();
            try {
                String endpoint = "http://127.0.0.1:" + between.getAddress().getPort();

                assertThat(plan(engine, workspace, movable(endpoint))).isEqualTo(2);
            } finally {
                between.stop(0);
            }
        }
        assertThat(killed).isTrue();
    }

    @Test
    void nothingIsLeftOfACommandThatIsKilled() throws Exception {
        EngineOptions own = options().withCacheDir(folder.resolve("cache-of-the-killed"));
        List<ProviderHandle> left;
        Process command = holder(own.cacheDir());
        try (BufferedReader out = command.inputReader()) {
            assertThat(out.readLine()).isEqualTo("holding");
            left = processes(own);
        }
        assertThat(left).hasSize(2);

        command.destroyForcibly(); // SIGKILL

        for (ProviderHandle process : left) {
            process.handle().onExit().get(5, TimeUnit.SECONDS);
        }
    }

    @Test
    void nothingIsLeftOfADaemonThatIsKilledAndTheNextLeaseStartsAnother() throws Exception {
        EngineOptions own = options().withCacheDir(folder.resolve("cache-of-the-daemon"));
        try (WarmEngine engine = WarmEngine.open(own)) {
            List<ProviderHandle> left;
            try (Lease lease = engine.lease(ProviderNeed.aws(), Map.of(), PATIENCE)) {
                left = processes(own);
                left.get(0).handle().destroyForcibly(); // the daemon; the provider is its child
                for (ProviderHandle process : left) {
                    process.handle().onExit().get(5, TimeUnit.SECONDS);
                }
                assertThat(lease.providerDied()).isTrue();
            }
            try (Lease next = engine.lease(ProviderNeed.aws(), Map.of(), PATIENCE)) {
                assertThat(next.providerDied()).isFalse();
                assertThat(processes(own)).doesNotContainAnyElementsOf(left);
            }
        }
    }

    @Test
    void lingersForTheNextCommandAndEndsWhenAsked() throws Exception {
        EngineOptions own =
                options().withCacheDir(folder.resolve("cache-of-the-idle")).withLinger(Duration.ofMinutes(5));
        for (int command = 0; command < 2; command++) {
            try (WarmEngine engine = WarmEngine.open(own)) {
                engine.lease(ProviderNeed.aws(), Map.of(), PATIENCE).close();
            }
        }
        EngineStatus idle = WarmEngine.status(own).get(0);
        assertThat(idle.clients()).isZero();
        assertThat(idle.endsInSeconds()).isBetween(1L, 300L);
        assertThat(idle.providers()).singleElement().satisfies(provider -> assertThat(provider.runs())
                .isEqualTo(2));
        List<ProviderHandle> left = processes(own);

        assertThat(WarmEngine.stopLingering(own)).isEqualTo(1);

        assertThat(WarmEngine.status(own)).isEmpty();
        assertThat(left).hasSize(2).noneMatch(process -> process.handle().isAlive());
    }

    private record ProviderHandle(long pid, ProcessHandle handle) {}

    /** The daemon and its providers. */
    private static List<ProviderHandle> processes(EngineOptions options) {
        List<ProviderHandle> all = new ArrayList<>();
        for (EngineStatus status : WarmEngine.status(options)) {
            List<Long> pids = new ArrayList<>(List.of(status.pid()));
            status.providers().forEach(provider -> pids.add(provider.pid()));
            pids.forEach(
                    pid -> all.add(new ProviderHandle(pid, ProcessHandle.of(pid).orElseThrow())));
        }
        return all;
    }

    private static ProcessHandle busyProvider() {
        return WarmEngine.status(options()).stream()
                .flatMap(status -> status.providers().stream())
                .filter(EngineStatus.Provider::busy)
                .findFirst()
                .flatMap(provider -> ProcessHandle.of(provider.pid()))
                .orElseThrow();
    }

    private static EngineOptions options() {
        return RealTerraform.options(folder);
    }

    private static Path workspace(String name) throws IOException {
        Path workspace = Files.createDirectory(folder.resolve(name));
        Files.writeString(workspace.resolve("main.tf"), STREAM);
        return workspace;
    }

    private static Map<String, String> movable(String endpoint) {
        Map<String, String> environment = new TreeMap<>(RealTerraform.with(endpoint));
        environment.put(WarmEngine.MOVABLE_ENDPOINT, "yes");
        return environment;
    }

    private static int plan(WarmEngine engine, Path workspace, Map<String, String> environment) throws Exception {
        Terraform terraform = new Terraform(workspace, environment);
        Terraform.Result result = engine.run(ProviderNeed.awsFor(workspace), environment, PATIENCE, lease -> terraform
                .attachedTo(lease)
                .run("plan", "-no-color", "-input=false", "-lock=false", "-detailed-exitcode"));
        assertThat(result.exitCode()).as(result.output()).isNotEqualTo(1);
        return result.exitCode();
    }

    private static Process holder(Path cache) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Holder.class.getName(),
                        cache.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    /** A command that holds a lease until it is killed. */
    static final class Holder {
        private Holder() {}

        public static void main(String[] args) throws Exception {
            EngineOptions options = RealTerraform.options(Path.of(args[0]))
                    .withCacheDir(Path.of(args[0]))
                    .withLinger(Duration.ofMinutes(5));
            try (WarmEngine engine = WarmEngine.open(options);
                    Lease lease = engine.lease(ProviderNeed.aws(), Map.of(), PATIENCE)) {
                System.out.println("holding");
                Thread.sleep(Duration.ofMinutes(5).toMillis());
                System.out.println(lease.providerVersion());
            }
        }
    }

    /** Passes a request on to an AWS. */
    private static final class Forward {
        private Forward() {}

        static void to(java.net.URI aws, HttpExchange exchange) throws IOException {
            var call = (java.net.HttpURLConnection) aws.resolve("/").toURL().openConnection();
            call.setRequestMethod("POST");
            call.setDoOutput(true);
            for (String name : List.of("Authorization", "Content-Type", "X-Amz-Target", "X-Amz-Date")) {
                Optional.ofNullable(exchange.getRequestHeaders().getFirst(name))
                        .ifPresent(value -> call.setRequestProperty(name, value));
            }
            exchange.getRequestBody().transferTo(call.getOutputStream());
            byte[] body = (call.getResponseCode() < 400 ? call.getInputStream() : call.getErrorStream()).readAllBytes();
            exchange.getResponseHeaders().set("Content-Type", call.getContentType());
            exchange.sendResponseHeaders(call.getResponseCode(), body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        }
    }
}
