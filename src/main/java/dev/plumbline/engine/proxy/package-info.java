/**
 * The plugin protocol between Terraform and a warm provider: {@link dev.plumbline.engine.proxy.LeaseProxy} listens for
 * Terraform and passes every call on as raw bytes through a {@link dev.plumbline.engine.proxy.ProviderChannel}, but for
 * the schema. The only place that knows gRPC.
 */
@NullMarked
package dev.plumbline.engine.proxy;

import org.jspecify.annotations.NullMarked;
