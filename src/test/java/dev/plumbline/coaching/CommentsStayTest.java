package dev.plumbline.coaching;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumbline.grading.Diagnosis;
import dev.plumbline.terraform.source.Argument;
import dev.plumbline.terraform.source.Block;
import dev.plumbline.terraform.source.BodyItem;
import dev.plumbline.terraform.source.Comment;
import dev.plumbline.terraform.source.SourceFile;
import dev.plumbline.terraform.source.SourceRange;
import dev.plumbline.terraform.source.SourceText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** No fix takes a comment away, unless it belongs to what the fix deletes or replaces on purpose. */
class CommentsStayTest {
    /** Another language has no comments of Terraform's, and whoever takes a comment's signs off means to. */
    private static final Set<String> OF_COMMENTS = Set.of("wrong-language", "resource-commented-out");

    static Stream<SmallCases.SmallCase> mistakes() throws IOException {
        return Stream.concat(SmallCases.read("mistakes.txt").stream(), SmallCases.read("variants.txt").stream())
                .filter(each -> each.files().containsKey("main.tf") && !OF_COMMENTS.contains(each.mistake()));
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void behindEachLine(SmallCases.SmallCase each, @TempDir Path folder) throws IOException {
        each.writeTo(folder);
        keepsComments(
                folder,
                Objects.requireNonNull(each.files().get("main.tf")).replaceAll("(?m)(?<=\\S)[ \\t]*$", "  # kept"));
    }

    @ParameterizedTest
    @MethodSource("mistakes")
    void beforeEachClosingBrace(SmallCases.SmallCase each, @TempDir Path folder) throws IOException {
        each.writeTo(folder);
        keepsComments(
                folder, Objects.requireNonNull(each.files().get("main.tf")).replaceAll("(?<=\\s)\\}", "/* kept */ }"));
    }

    private static void keepsComments(Path folder, String text) throws IOException {
        Files.writeString(folder.resolve("main.tf"), text);
        SourceFile file = SourceFile.parse(SourceText.of("main.tf", text));
        List<SourceRange> items = new ArrayList<>();
        items(file.body().items(), items);
        for (Diagnosis diagnosis : Bench.atSource(folder)) {
            List<Diagnosis.Edit> edits =
                    diagnosis.fix() == null ? List.of() : diagnosis.fix().edits();
            for (Diagnosis.Edit edit : edits) {
                if (!edit.file().equals("main.tf")) {
                    continue;
                }
                SourceRange gone =
                        file.text().range(edit.startLine(), edit.startColumn(), edit.endLine(), edit.endColumn());
                assertThat(file.comments())
                        .as("%s: %s", diagnosis.mistake(), edit)
                        .filteredOn(comment -> isWithin(comment.range(), gone))
                        .allMatch(comment -> edit.newText().contains(comment.text())
                                || edits.stream().anyMatch(e -> e.newText().contains(comment.text()))
                                || belongsTo(items, comment, gone)
                                || isBehindDeletedLine(file.text(), comment, edit));
            }
        }
    }

    /** Whether the comment is inside an argument or block that goes as a whole, or behind its end on the same line. */
    private static boolean belongsTo(List<SourceRange> items, Comment comment, SourceRange gone) {
        return items.stream()
                .filter(item -> isWithin(item, gone))
                .anyMatch(item -> isWithin(comment.range(), item)
                        || (comment.range().startOffset() >= item.endOffset()
                                && comment.range().startLine() == item.endLine()));
    }

    /** An entry of a map goes with its line. */
    private static boolean isBehindDeletedLine(SourceText text, Comment comment, Diagnosis.Edit edit) {
        boolean lines = edit.startColumn() == 1
                && edit.endColumn() == 1
                && edit.newText().isEmpty();
        String line = text.line(comment.range().startLine()).strip();
        return lines && !line.startsWith("#") && !line.startsWith("/");
    }

    private static boolean isWithin(SourceRange inner, SourceRange outer) {
        return outer.startOffset() <= inner.startOffset() && inner.endOffset() <= outer.endOffset();
    }

    private static void items(List<BodyItem> from, List<SourceRange> into) {
        for (BodyItem item : from) {
            into.add(item instanceof Argument argument ? argument.range() : ((Block) item).range());
            if (item instanceof Argument argument) {
                into.add(argument.value().range());
            } else {
                items(((Block) item).body().items(), into);
            }
        }
    }
}
