package dev.plumbline.engine.proxy;

import io.grpc.Attributes;
import io.grpc.ClientCall;
import io.grpc.Metadata;
import io.grpc.ServerCall;
import io.grpc.ServerCallHandler;
import io.grpc.Status;
import java.io.IOException;

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
        byte[] known = schema.to(method);
        if (known != null) {
            return answer(terraform, known);
        }
        Connection connection = terraform.getAttributes().get(CONNECTION);
        try {
            if (connection == null) {
                throw new IOException("a call without a connection");
            }
            return passOn(terraform, headers, connection.providerFor(method));
        } catch (IOException e) {
            terraform.close(Status.UNAVAILABLE.withDescription(e.getMessage()), new Metadata());
            return new ServerCall.Listener<>() {};
        }
    }

    private static ServerCall.Listener<byte[]> answer(ServerCall<byte[], byte[]> terraform, byte[] message) {
        terraform.request(2); // one message, and one more would be an error that gRPC reports
        return new ServerCall.Listener<>() {
            @Override
            public void onHalfClose() {
                terraform.sendHeaders(new Metadata());
                terraform.sendMessage(message);
                terraform.close(Status.OK, new Metadata());
            }
        };
    }

    private ServerCall.Listener<byte[]> passOn(
            ServerCall<byte[], byte[]> terraform, Metadata headers, ProviderChannel provider) {
        ClientCall<byte[], byte[]> call = provider.begin(method);
        call.start(
                new ClientCall.Listener<>() {
                    @Override
                    public void onHeaders(Metadata answerHeaders) {
                        if (!terraform.isCancelled()) {
                            terraform.sendHeaders(answerHeaders);
                        }
                    }

                    @Override
                    public void onMessage(byte[] message) {
                        if (!terraform.isCancelled()) {
                            terraform.sendMessage(message);
                        }
                        call.request(1);
                    }

                    @Override
                    public void onClose(Status status, Metadata trailers) {
                        provider.ended();
                        if (!terraform.isCancelled()) {
                            terraform.close(status, trailers);
                        }
                    }
                },
                headers);
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
}
