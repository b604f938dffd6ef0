package dev.plumbline.sandbox.kinesis;

import dev.plumbline.sandbox.wire.Shape;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** An operation of the service: its name, the shape of its input and what it does. */
record Operation(String name, Shape.Structure shape, Handler handler) {
    /** Answers a call whose input has passed the shape; an empty answer has no body. */
    @FunctionalInterface
    interface Handler {
        Map<String, @Nullable Object> answer(Call call);
    }

    static Operation of(String name, Handler handler, Shape.Member... members) {
        return new Operation(name, Shape.structure(members), handler);
    }
}
