package dev.plumbline.terraform.source;

/**
 * Replaces a range of one file by new text. Write line breaks in {@code newText} as {@code \n}; they become the file's
 * own line endings when the edit is applied ({@link SourceText#edited}).
 */
public record SourceEdit(SourceRange range, String newText) {

    static SourceEdit delete(SourceRange range) {
        return new SourceEdit(range, "");
    }
}
