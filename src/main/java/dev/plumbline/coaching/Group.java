package dev.plumbline.coaching;

/** Where a mistake stands in the ranking; what stops Terraform earliest is told first. */
enum Group {
    /** There is nothing Terraform could read, or nothing that asks for anything. */
    FILES,
    /** Terraform cannot parse the file: nothing after it can be told for certain. */
    SYNTAX,
    /** Blocks, labels and types that the loader refuses. */
    STRUCTURE,
    /** Arguments and nested blocks that the provider's schema refuses. */
    ARGUMENTS,
    /** Values and references that Terraform cannot resolve. */
    VALUES,
    /** Which file the code is in. */
    LAYOUT,
    /** Versions, the lock file, the backend. */
    PROVIDERS,
    /** Valid, and not what the task asks for. */
    MEANING,
    /** The shell, the credentials, the endpoint: not the learner's code. */
    ENVIRONMENT,
    /** Terraform's record is not where or what it should be. */
    STATE,
    /** File, state and cloud differ. */
    DRIFT,
    /** Nothing is wrong; a step is left to do. */
    NEXT,
    /** Worth knowing, in nobody's way. */
    REMARK
}
