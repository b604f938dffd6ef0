package dev.plumbline.engine.proxy;

import io.grpc.Attributes;
import io.grpc.ClientCall;
import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.Status;
import java.io.IOException;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Passes one method's calls on to the provider, whatever their number of messages in either direction. */
final class PassOn implements ServerCallHandler<byte[], byte[]> {
    static final Attributes.Key<Connection> CONNECTION = Attributes.Key.create("plumbline-connection");

    private final String method;
    private final SchemaAnswer schema;

    PassOn(String method, SchemaAnswer schema) {
        this.method = method;
        this.schema = schema;
    }

    @Override
    public ServerCall.Listener<byte[]> startCall(ServerCall<byte[], byte[]> terraform, Metadata headers) {
        Connection connection = terraform.getAttributes().get(CONNECTION);
        if (connection == null) {
            terraform.close(Status.UNAUTHENTICATED.withDescription("another user's connection"), new Metadata());
            return new ServerCall.Listener<>() {};
        }
        byte[] known = schema.to(method);
        if (known != null) {
            return new OneQuestion(terraform, question -> send(terraform, known));
        }
        try {
            ProviderChannel provider = connection.providerFor(method);
            return Answers.lasting(method)
                    ? new OneQuestion(terraform, question -> fromMemory(terraform, headers, provider, question))
                    : passOn(terraform, headers, provider);
        } catch (IOException e) {
            terraform.close(Status.UNAVAILABLE.withDescription(e.getMessage()), new Metadata());
            return new ServerCall.Listener<>() {};
        }
    }

    /** Waits for the one message of a unary call. */
    private static final class OneQuestion extends ServerCall.Listener<byte[]> {
        private final Consumer<byte[]> answer;
        private byte[] question = {};

        OneQuestion(ServerCall<byte[], byte[]> terraform, Consumer<byte[]> answer) {
            this.answer = answer;
            terraform.request(2); // one message, and one more would be an error that gRPC reports
        }

        @Override
        public void onMessage(byte[] message) {
            question = message;
        }

        @Override
        public void onHalfClose() {
            answer.accept(question);
        }
    }

    private static void send(ServerCall<byte[], byte[]> terraform, byte[] message) {
        terraform.sendHeaders(new Metadata());
        terraform.sendMessage(message);
        terraform.close(Status.OK, new Metadata());
    }

    private void fromMemory(
            ServerCall<byte[], byte[]> terraform, Metadata headers, ProviderChannel provider, byte[] question) {
        Optional<byte[]> known = provider.answers().to(method, question);
        if (known.isPresent()) {
            send(terraform, known.get());
            return;
        }
        ClientCall<byte[], byte[]> call = provider.begin(method);
        call.start(new Back(terraform, call, provider, question), headers);
        call.request(2);
        call.sendMessage(question);
        call.halfClose();
    }

    private ServerCall.Listener<byte[]> passOn(
            ServerCall<byte[], byte[]> terraform, Metadata headers, ProviderChannel provider) {
        ClientCall<byte[], byte[]> call = provider.begin(method);
        call.start(new Back(terraform, call, provider, null), headers);
        call.request(1);
        terraform.request(1);
        return new ServerCall.Listener<>() {
            @Override
            public void onMessage(byte[] message) {
                call.sendMessage(message);
                terraform.request(1);
            }

            @Override
            public void onHalfClose() {
                call.halfClose();
            }
            // onCancel: the provider is left to finish, so that it is known when it has; see ProviderPool.
        };
    }

    /** The way back, from the provider to Terraform. */
    private final class Back extends ClientCall.Listener<byte[]> {
        private final ServerCall<byte[], byte[]> terraform;
        private final ClientCall<byte[], byte[]> call;
        private final ProviderChannel provider;
        private final byte @Nullable [] question;
        private byte @Nullable [] answer;

        /** @param question to remember the answer to, if it is to be remembered */
        Back(
                ServerCall<byte[], byte[]> terraform,
                ClientCall<byte[], byte[]> call,
                ProviderChannel provider,
                byte @Nullable [] question) {
            this.terraform = terraform;
            this.call = call;
            this.provider = provider;
            this.question = question;
        }

        @Override
        public void onHeaders(Metadata headers) {
            if (!terraform.isCancelled()) {
                terraform.sendHeaders(headers);
            }
        }

        @Override
        public void onMessage(byte[] message) {
            if (question != null) {
                answer = message;
            }
            if (!terraform.isCancelled()) {
                terraform.sendMessage(message);
            }
            call.request(1);
        }

        @Override
        public void onClose(Status status, Metadata trailers) {
            provider.ended();
            if (question != null && answer != null && status.isOk()) {
                provider.answers().remember(method, question, answer);
            }
            if (!terraform.isCancelled()) {
                terraform.close(status, trailers);
            }
        }
    }
}
