package dev.plumbline.engine;

import java.nio.file.Path;

/**
 * The JSON of {@code TF_REATTACH_PROVIDERS}. {@code Test} makes Terraform leave the provider running when it ends; see
 * "Running Terraform with a provider in debug mode" in the plug-in development documentation.
 */
final class ReattachValue {
    private ReattachValue() {}

    static String of(String source, int protocol, Path socket) {
        return "{\"%s\":{\"Protocol\":\"grpc\",\"ProtocolVersion\":%d,\"Pid\":%d,\"Test\":true,\"Addr\":{\"Network\":\"unix\",\"String\":\"%s\"}}}"
                .formatted(source, protocol, ProcessHandle.current().pid(), escaped(socket.toString()));
    }

    private static String escaped(String text) {
        return text.replace("\\", "\\\\").replace("\"", "\\\"");
    }
}
