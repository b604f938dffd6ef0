package dev.plumbline.terraform.source;

import java.util.ArrayList;
import java.util.List;

/** Collects troubles, a limited number of them. */
final class TroubleLog {

    /** A file with more is not a configuration; the first ones say enough. */
    private static final int MOST = 200;

    private final SourceText source;
    private final List<SyntaxTrouble> troubles = new ArrayList<>();

    TroubleLog(SourceText source) {
        this.source = source;
    }

    void add(SyntaxTrouble trouble) {
        if (troubles.size() < MOST) {
            troubles.add(trouble);
        }
    }

    void add(TroubleKind kind, int start, int end, String subject, SourceEdit... repair) {
        if (troubles.size() < MOST) {
            troubles.add(SyntaxTrouble.of(kind, source.range(start, end), subject, repair));
        }
    }

    void forgetFrom(int offset) {
        troubles.removeIf(trouble -> trouble.range().startOffset() >= offset);
    }

    boolean isEmpty() {
        return troubles.isEmpty();
    }

    List<SyntaxTrouble> list() {
        return troubles;
    }
}
