package dev.plumbline.terraform.source;

/** The troubles that can be seen in the text alone. */
public enum TroubleKind {
    NOT_UTF8(Severity.BREAKS),
    INVALID_CHARACTER(Severity.BREAKS),
    INVISIBLE_CHARACTER(Severity.BREAKS),
    SMART_QUOTES(Severity.BREAKS),
    SINGLE_QUOTES(Severity.BREAKS),
    SEMICOLON(Severity.BREAKS),
    UNCLOSED_QUOTE(Severity.BREAKS),
    UNOPENED_QUOTE(Severity.BREAKS),
    UNCLOSED_TEMPLATE(Severity.BREAKS),
    UNCLOSED_HEREDOC(Severity.BREAKS),
    UNCLOSED_COMMENT(Severity.BREAKS),
    UNCLOSED_BLOCK(Severity.BREAKS),
    UNCLOSED_BRACKET(Severity.BREAKS),
    EXTRA_CLOSING_BRACE(Severity.BREAKS),
    MISSING_OPEN_BRACE(Severity.BREAKS),
    BRACE_ON_NEXT_LINE(Severity.BREAKS),
    ONE_LINE_BLOCK(Severity.BREAKS),
    MISSING_NEWLINE(Severity.BREAKS),
    EQUALS_BEFORE_BLOCK(Severity.BREAKS),
    MISSING_EQUALS(Severity.BREAKS),
    COLON_FOR_EQUALS(Severity.BREAKS),
    DOUBLE_EQUALS(Severity.BREAKS),
    COMMA_AFTER_ARGUMENT(Severity.BREAKS),
    QUOTED_NAME(Severity.BREAKS),
    MISSING_VALUE(Severity.BREAKS),
    MISSING_COMMA(Severity.BREAKS),
    INVALID_EXPRESSION(Severity.BREAKS),
    INVALID_ESCAPE(Severity.BREAKS),
    TEMPLATE_IN_LABEL(Severity.BREAKS),
    DUPLICATE_ARGUMENT(Severity.BREAKS),
    MARKDOWN_FENCE(Severity.BREAKS),
    SHELL_LEFTOVER(Severity.BREAKS),
    CONFLICT_MARKER(Severity.BREAKS),
    PASTED_YAML(Severity.BREAKS),
    PASTED_JSON(Severity.BREAKS),
    STRAY_TEXT(Severity.BREAKS),
    INVALID_JSON(Severity.BREAKS),
    KEYWORD_CASE(Severity.REFUSED),
    UNKNOWN_BLOCK_TYPE(Severity.REFUSED),
    LABEL_MISSING(Severity.REFUSED),
    LABEL_EXTRA(Severity.REFUSED),
    ARGUMENT_OUTSIDE_BLOCK(Severity.REFUSED),
    DUPLICATE_DECLARATION(Severity.REFUSED),
    NESTED_BLOCK(Severity.SUSPECT),
    DUPLICATE_BLOCK(Severity.SUSPECT),
    LOOKALIKE_CHARACTER(Severity.SUSPECT),
    HIDDEN_CHARACTER(Severity.SUSPECT),
    TOO_DEEP(Severity.LIMIT),
    TOO_LARGE(Severity.LIMIT);

    private final Severity severity;

    TroubleKind(Severity severity) {
        this.severity = severity;
    }

    /** What it means to Terraform. */
    public Severity severity() {
        return severity;
    }
}
