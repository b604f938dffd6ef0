/**
 * The conveyor belt: a live stream watched while records travel on it. {@code Belt} does the calls on its own thread and
 * hands out {@link dev.plumbline.terminal.belt.BeltPicture}s; {@code BeltView} draws one.
 */
@org.jspecify.annotations.NullMarked
package dev.plumbline.terminal.belt;
