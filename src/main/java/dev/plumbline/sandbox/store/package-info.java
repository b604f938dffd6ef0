/**
 * The endpoint's memory on disk: named tables of bytes in one file, over H2's MVStore (append-only, so that a process
 * that is killed leaves a file that opens again). Knows nothing of AWS.
 */
@NullMarked
package dev.plumbline.sandbox.store;

import org.jspecify.annotations.NullMarked;
