/**
 * The live session. {@link dev.plumbline.terminal.Session} is the one thread that changes state and draws; everything
 * that happens reaches it as an {@code Event}. A {@code Console} is the place it draws on: a terminal with a prompt and a
 * panel below it, or plain lines. It judges nothing: a {@link dev.plumbline.terminal.LabRun} does, and hands back
 * reports.
 */
@org.jspecify.annotations.NullMarked
package dev.plumbline.terminal;
