package dev.plumbline.engine.proxy;

import org.jspecify.annotations.Nullable;

/** Answers that the proxy gives in the provider's place. */
@FunctionalInterface
public interface SchemaAnswer {
    /** The answer to a method, or null for one that is passed on. */
    byte @Nullable [] to(String method);
}
