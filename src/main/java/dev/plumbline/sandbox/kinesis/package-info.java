/**
 * Kinesis Data Streams as AWS behaves: {@link dev.plumbline.sandbox.kinesis.Kinesis} dispatches operations, each group in
 * a class of its own; {@code Streams} holds what exists by account and region; records such as {@code Stream},
 * {@code Capacity} and {@code Shard} are immutable, and a change writes a new one. Time is a clock: states such as
 * CREATING are computed from it, nothing runs in the background.
 */
@NullMarked
package dev.plumbline.sandbox.kinesis;

import org.jspecify.annotations.NullMarked;
