package dev.plumbline.terraform.source;

/** What a body is made of: arguments and blocks, in their order. */
public sealed interface BodyItem permits Argument, Block {

    /** Where it is written, from its name or type to its end. */
    SourceRange range();
}
