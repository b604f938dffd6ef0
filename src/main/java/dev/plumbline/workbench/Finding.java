package dev.plumbline.workbench;

/** One line of {@code lab doctor}: what was looked at, whether it is well, and what was seen or what to do. */
public record Finding(String name, boolean well, String says) {}
