package dev.plumbline.terraform.source;

/** A comment with its signs, without the line break that ends it. */
public record Comment(SourceRange range, String text) {}
