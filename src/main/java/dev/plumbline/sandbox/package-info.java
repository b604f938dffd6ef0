/**
 * The embedded AWS: an endpoint on 127.0.0.1 that behaves as Kinesis and STS do, so that a lab needs no account.
 * {@link dev.plumbline.sandbox.Sandbox} serves it; {@link dev.plumbline.sandbox.SandboxLink} is how several processes of
 * one workspace share it. Packages below, in dependency order: wire and store; control; kinesis and sts; http.
 */
@NullMarked
package dev.plumbline.sandbox;

import org.jspecify.annotations.NullMarked;
