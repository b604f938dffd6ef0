/**
 * The endpoint's front: an HTTP server on the loopback interface that routes calls by credential scope, speaks each
 * protocol's answer and error form, records calls and applies faults. Nothing a caller sends becomes a 5xx.
 */
@NullMarked
package dev.plumbline.sandbox.http;

import org.jspecify.annotations.NullMarked;
