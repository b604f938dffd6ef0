package dev.plumbline.engine;

import java.net.InetSocketAddress;
import java.net.SocketAddress;

/**
 * The JSON of {@code TF_REATTACH_PROVIDERS}. {@code Test} makes Terraform leave the provider running when it ends; see
 * "Running Terraform with a provider in debug mode" in the plug-in development documentation.
 */
final class ReattachValue {
    private ReattachValue() {}

    static String of(String source, int protocol, SocketAddress address) {
        boolean tcp = address instanceof InetSocketAddress;
        return "{\"%s\":{\"Protocol\":\"grpc\",\"ProtocolVersion\":%d,\"Pid\":%d,\"Test\":true,\"Addr\":{\"Network\":\"%s\",\"String\":\"%s\"}}}"
                .formatted(
                        source,
                        protocol,
                        ProcessHandle.current().pid(),
                        tcp ? "tcp" : "unix",
                        escaped(address instanceof InetSocketAddress port ? text(port) : address.toString()));
    }

    private static String text(InetSocketAddress port) {
        return port.getAddress().getHostAddress() + ":" + port.getPort();
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\\\").replace("\"", "\\\"");
    }
}
