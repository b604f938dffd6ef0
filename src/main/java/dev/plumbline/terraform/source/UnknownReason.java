package dev.plumbline.terraform.source;

/** Why the source alone does not tell a value. */
public enum UnknownReason {
    /** A variable without a default and without a value. */
    VARIABLE_WITHOUT_VALUE,
    /** A variable that is nowhere declared. */
    VARIABLE_NOT_DECLARED,
    /** A local value that is nowhere declared. */
    LOCAL_NOT_DECLARED,
    /** An attribute that only the applied resource has, or a data source, module or file. */
    KNOWN_AFTER_APPLY,
    /** A resource that is not in the configuration. */
    RESOURCE_NOT_DECLARED,
    /** A bare word: most likely a text without its quotes. */
    BARE_WORD,
    /** It refers to itself. */
    CYCLE,
    /** A function that is not evaluated here, such as {@code file} or {@code timestamp}. */
    FUNCTION,
    /** Terraform would refuse the expression: wrong types, a missing key, … */
    INVALID,
    /** The text could not be read. */
    UNREADABLE,
    /** The computation is larger than is reasonable. */
    TOO_LARGE
}
