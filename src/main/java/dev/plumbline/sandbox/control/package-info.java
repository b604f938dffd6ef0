/**
 * What Plumbline itself asks of its endpoint, beside AWS's calls: the record of calls, injected faults, and the private
 * loopback path both are reached over from another process. Knows no service.
 */
@NullMarked
package dev.plumbline.sandbox.control;

import org.jspecify.annotations.NullMarked;
