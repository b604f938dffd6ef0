/**
 * What of a provider's schema a run needs: {@link dev.plumbline.engine.schema.TypeMentions} reads it out of
 * configuration and state ({@link dev.plumbline.engine.schema.VersionMentions} the version), {@link dev.plumbline.engine.schema.NeededTypes} holds it, and
 * {@link dev.plumbline.engine.schema.ProviderSchema} cuts the provider's answer down to it. Pure: bytes in, bytes out.
 */
@NullMarked
package dev.plumbline.engine.schema;

import org.jspecify.annotations.NullMarked;
