package dev.plumbline.terraform.source;

/**
 * A value found under a path of argument and block names.
 *
 * @param range the argument that sets it
 * @param inObject whether the path led through an object (<code>a = { b = … }</code>) and not through blocks only
 */
public record Finding(Value value, SourceRange range, boolean inObject) {}
