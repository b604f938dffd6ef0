/**
 * The conveyor belt: a live stream watched while records travel on it. {@code BeltLine} reads what is typed as a {@code
 * BeltOrder}; {@code BeltWorker} has it carried out on a thread of its own by {@code BeltAnswers}, over a {@code Belt} that
 * counts what lies in each shard and how far each consumer is. {@code BeltView} draws a {@link
 * dev.plumbline.terminal.belt.BeltPicture}, {@code BeltWords} says it.
 */
@org.jspecify.annotations.NullMarked
package dev.plumbline.terminal.belt;
