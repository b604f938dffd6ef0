package dev.plumbline.engine;

import io.grpc.HandlerRegistry;
import io.grpc.Metadata;
import io.grpc.MethodDescriptor;
import io.grpc.Server;
import io.grpc.ServerCall;
import io.grpc.ServerMethodDefinition;
import io.grpc.Status;
import io.grpc.netty.shaded.io.grpc.netty.NettyServerBuilder;
import io.grpc.netty.shaded.io.netty.channel.nio.NioEventLoopGroup;
import io.grpc.netty.shaded.io.netty.channel.socket.nio.NioServerDomainSocketChannel;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.UnixDomainSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * A program that is a Terraform provider with one resource type, {@code fake_thing}, of one argument, {@code name}, and
 * whose plan is what was proposed. It speaks whichever protocol its first argument names. Messages are written by hand:
 * {@code tfplugin5.proto} and {@code tfplugin6.proto} agree in the fields used here.
 */
final class FakeProvider {
    private static final int SCHEMA = 1;
    private static final int RESOURCES = 2;

    private FakeProvider() {}

    public static void main(String[] args) throws IOException, InterruptedException {
        Path socket = Path.of(
                System.getenv("PLUGIN_UNIX_SOCKET_DIR"),
                "fake" + ProcessHandle.current().pid());
        NioEventLoopGroup loops = new NioEventLoopGroup(1);
        Server server = NettyServerBuilder.forAddress(UnixDomainSocketAddress.of(socket))
                .channelType(NioServerDomainSocketChannel.class)
                .bossEventLoopGroup(loops)
                .workerEventLoopGroup(loops)
                .directExecutor()
                .fallbackHandlerRegistry(new Methods())
                .build()
                .start();
        System.out.println("1|" + args[0] + "|unix|" + socket + "|grpc|");
        server.awaitTermination(); // until whoever started it kills it
    }

    private static byte[] answer(String method, byte[] question) {
        return switch (method.substring(method.indexOf('/') + 1)) {
            case "GetSchema", "GetProviderSchema" -> schema();
            // Protocol 5 wants the provider block back, which is the question's only field; so does a plan's state.
            case "PrepareProviderConfig" -> question;
            case "PlanResourceChange" -> message(1, field(question, 3));
            default -> new byte[0];
        };
    }

    private static byte[] schema() {
        byte[] name = join(message(1, text("name")), message(2, text("\"string\"")), new byte[] {4 << 3, 1});
        byte[] thing = message(2, message(2, name));
        return join(
                message(SCHEMA, message(2, new byte[0])),
                message(RESOURCES, join(message(1, text("fake_thing")), message(2, thing))),
                message(RESOURCES, join(message(1, text("fake_other")), message(2, thing))));
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] message(int field, byte[] body) {
        if (body.length > 127) {
            return join(
                    new byte[] {(byte) (field << 3 | 2), (byte) ((body.length & 0x7f) | 0x80), (byte) (body.length >> 7)
                    },
                    body);
        }
        return join(new byte[] {(byte) (field << 3 | 2), (byte) body.length}, body);
    }

    private static byte[] join(byte[]... parts) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            all.writeBytes(part);
        }
        return all.toByteArray();
    }

    /** The content of a length-delimited field of a message that has no other kind of field before it. */
    private static byte[] field(byte[] message, int wanted) {
        int at = 0;
        while (at < message.length) {
            int number = message[at++] >> 3;
            int length = message[at++];
            if (number == wanted) {
                return Arrays.copyOfRange(message, at, at + length);
            }
            at += length;
        }
        return new byte[0];
    }

    private static final class Methods extends HandlerRegistry {
        @Override
        public ServerMethodDefinition<?, ?> lookupMethod(String method, @Nullable String authority) {
            MethodDescriptor<byte[], byte[]> descriptor = MethodDescriptor.<byte[], byte[]>newBuilder(
                            new Bytes(), new Bytes())
                    .setFullMethodName(method)
                    .setType(MethodDescriptor.MethodType.UNKNOWN)
                    .build();
            return ServerMethodDefinition.create(descriptor, (call, headers) -> listener(method, call));
        }

        private static ServerCall.Listener<byte[]> listener(String method, ServerCall<byte[], byte[]> call) {
            call.request(2);
            return new ServerCall.Listener<>() {
                @Override
                public void onMessage(byte[] question) {
                    call.sendHeaders(new Metadata());
                    call.sendMessage(answer(method, question));
                }

                @Override
                public void onHalfClose() {
                    call.close(Status.OK, new Metadata());
                }
            };
        }
    }

    private static final class Bytes implements MethodDescriptor.Marshaller<byte[]> {
        @Override
        public InputStream stream(byte[] value) {
            return new ByteArrayInputStream(value);
        }

        @Override
        public byte[] parse(InputStream stream) {
            try {
                return stream.readAllBytes();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** A program file that starts it, as {@code terraform init} would have installed one. */
    static Path installed(Path folder, int protocol) throws IOException {
        Path program = folder.resolve("terraform-provider-fake" + protocol);
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        Files.writeString(
                program,
                "#!/bin/sh\nexec '" + java + "' -XX:TieredStopAtLevel=1 -cp '" + System.getProperty("java.class.path")
                        + "' " + FakeProvider.class.getName() + " " + protocol + "\n");
        return Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwx------"));
    }
}
