package dev.plumbline.terraform.source;

import java.util.List;

/**
 * Something in the text that Terraform refuses or that is seldom meant.
 *
 * @param subject the word it is about (a block's type, a character's name, …), or an empty text
 * @param related another place that belongs to it, such as the first of two arguments of one name; often none
 * @param repair the smallest edits that mend it, all of one file; none where no edit is certain
 */
public record SyntaxTrouble(
        TroubleKind kind, SourceRange range, String subject, List<SourceRange> related, List<SourceEdit> repair)
        implements Comparable<SyntaxTrouble> {

    /** Makes the lists unmodifiable. */
    public SyntaxTrouble {
        related = List.copyOf(related);
        repair = List.copyOf(repair);
    }

    static SyntaxTrouble of(TroubleKind kind, SourceRange range, String subject, SourceEdit... repair) {
        return new SyntaxTrouble(kind, range, subject, List.of(), List.of(repair));
    }

    /** What it means to Terraform. */
    public Severity severity() {
        return kind.severity();
    }

    @Override
    public int compareTo(SyntaxTrouble other) {
        return range.compareTo(other.range);
    }
}
