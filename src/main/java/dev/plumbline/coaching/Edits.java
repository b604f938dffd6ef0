package dev.plumbline.coaching;

import dev.plumbline.grading.Diagnosis;
import dev.plumbline.terraform.source.SourceEdit;
import dev.plumbline.terraform.source.SourceText;
import java.util.ArrayList;
import java.util.List;

/** Makes the edits of a diagnosis. */
final class Edits {
    private Edits() {}

    /** The text after the edits that concern this file. */
    static String apply(String file, String text, List<Diagnosis.Edit> edits) {
        return apply(SourceText.of(file, text), edits).text();
    }

    /** The same, keeping encoding and line endings; a file that Terraform cannot decode becomes UTF-8. */
    static SourceText apply(SourceText text, List<Diagnosis.Edit> edits) {
        SourceText base = text.encoding().isUtf8() ? text : text.asUtf8();
        List<SourceEdit> mine = new ArrayList<>();
        for (Diagnosis.Edit edit : edits) {
            if (edit.file().equals(base.file())) {
                mine.add(new SourceEdit(
                        base.range(edit.startLine(), edit.startColumn(), edit.endLine(), edit.endColumn()),
                        edit.newText()));
            }
        }
        return base.edited(mine);
    }
}
