/**
 * What goes over the wire, for every service: the credential scope that routes a call, AWS's error form, and documents
 * (JSON 1.1 and CBOR) as plain Java values. {@link dev.plumbline.sandbox.wire.Shape} declares what an operation's input
 * may look like and answers mistakes in AWS's own words. Knows no service.
 */
@NullMarked
package dev.plumbline.sandbox.wire;

import org.jspecify.annotations.NullMarked;
