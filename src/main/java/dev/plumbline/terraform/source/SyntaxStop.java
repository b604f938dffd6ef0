package dev.plumbline.terraform.source;

/** Leaves an item that cannot be read further; the body goes on after it. Carries no stack trace: it is ordinary. */
final class SyntaxStop extends RuntimeException {

    final transient TroubleKind kind;
    final int start;
    final int end;

    SyntaxStop(TroubleKind kind, int start, int end) {
        super(kind.name(), null, false, false);
        this.kind = kind;
        this.start = start;
        this.end = end;
    }
}
