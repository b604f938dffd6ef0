package dev.plumbline.terraform.source;

/** A block's label; the range includes its quotes where it has any. */
public record Label(String text, SourceRange range, boolean quoted) {}
