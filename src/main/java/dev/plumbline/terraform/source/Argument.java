package dev.plumbline.terraform.source;

/**
 * {@code name = value}.
 *
 * @param fromJson whether it comes from a {@code .tf.json} file, where an argument and a nested block look the same
 */
public record Argument(String name, SourceRange nameRange, Expression value, SourceRange range, boolean fromJson)
        implements BodyItem {}
