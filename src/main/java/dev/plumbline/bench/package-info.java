/**
 * What {@code lab bench} measures on this machine: each {@link dev.plumbline.bench.Benchmark} runs the real thing a few
 * times, stock Terraform beside it where there is something to compare, and answers {@link dev.plumbline.bench.Figures}
 * of medians. A figure stated anywhere in this project is printed by one of these.
 */
@org.jspecify.annotations.NullMarked
package dev.plumbline.bench;
