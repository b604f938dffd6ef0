package dev.plumbline.terraform.source;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each trouble once: the smallest text that shows it, where it is seen, and what its repair makes of the text. */
class TroublesTest {
    /** Kinds that need bytes, a long text, two files or JSON: shown in {@link OtherTroublesTest}. */
    private static final Set<TroubleKind> ELSEWHERE = EnumSet.of(
            TroubleKind.NOT_UTF8,
            TroubleKind.TOO_LARGE,
            TroubleKind.TOO_DEEP,
            TroubleKind.INVALID_JSON,
            TroubleKind.DUPLICATE_DECLARATION);

    private static final String NO_REPAIR = "";

    /** The text, the first trouble in it from where to where, and the repaired text. */
    record Row(TroubleKind kind, String place, String text, String repaired) {
        @Override
        public String toString() {
            return kind + " in " + text.replace("\n", "\\n");
        }
    }

    static List<Row> rows() {
        return List.of(
                inLocals(TroubleKind.INVALID_CHARACTER, "2:9-2:10", "a = 1 ^ 2", NO_REPAIR),
                inLocals(TroubleKind.INVISIBLE_CHARACTER, "2:4-2:5", "a\u00A0= 1", "a = 1"),
                inLocals(TroubleKind.SMART_QUOTES, "2:7-2:10", "a = “x”", "a = \"x\""),
                inLocals(TroubleKind.SINGLE_QUOTES, "2:7-2:10", "a = 'x'", "a = \"x\""),
                inLocals(TroubleKind.SEMICOLON, "2:8-2:9", "a = 1;", "a = 1"),
                inLocals(TroubleKind.SEMICOLON, "2:8-2:9", "a = 1; b = 2", "a = 1\n  b = 2"),
                inLocals(TroubleKind.SEMICOLON, "2:7-2:8", "a = ; 1", "a =  1"),
                inLocals(TroubleKind.UNCLOSED_QUOTE, "2:7-2:9", "a = \"x", "a = \"x\""),
                inLocals(TroubleKind.UNOPENED_QUOTE, "2:7-2:8", "a = x\"", "a = \"x\""),
                inLocals(TroubleKind.UNOPENED_QUOTE, "2:7-2:16", "a = ${var.x}y\"", "a = \"${var.x}y\""),
                inLocals(TroubleKind.UNCLOSED_TEMPLATE, "2:12-2:13", "a = \"${1 2}\"", NO_REPAIR),
                inLocals(TroubleKind.UNCLOSED_HEREDOC, "2:7-2:10", "a = <<E\nx", NO_REPAIR),
                row(TroubleKind.UNCLOSED_COMMENT, "1:1-1:3", "/* x\n", "/* x */\n"),
                row(TroubleKind.UNCLOSED_BLOCK, "1:1-1:9", "locals {\n  a = 1\n", "locals {\n  a = 1\n}\n"),
                inLocals(TroubleKind.UNCLOSED_BRACKET, "3:1-3:2", "a = [1", NO_REPAIR),
                row(TroubleKind.EXTRA_CLOSING_BRACE, "3:1-3:2", "locals {\n}\n}\n", "locals {\n}\n"),
                row(TroubleKind.MISSING_OPEN_BRACE, "1:1-1:7", "locals\n  a = 1\n}\n", "locals {\n  a = 1\n}\n"),
                row(TroubleKind.BRACE_ON_NEXT_LINE, "2:1-2:2", "locals\n{\n}\n", "locals {\n}\n"),
                row(
                        TroubleKind.ONE_LINE_BLOCK,
                        "1:1-1:24",
                        "locals { a = 1, b = 2 }\n",
                        "locals {\n  a = 1\n  b = 2\n}\n"),
                row(TroubleKind.MISSING_NEWLINE, "2:9-2:10", "locals {\n  a = 1 }\n", "locals {\n  a = 1\n}\n"),
                row(
                        TroubleKind.EQUALS_BEFORE_BLOCK,
                        "1:16-1:17",
                        "provider \"aws\" = {\n}\n",
                        "provider \"aws\" {\n}\n"),
                inLocals(TroubleKind.MISSING_EQUALS, "2:3-2:6", "a [1]", "a = [1]"),
                inLocals(TroubleKind.MISSING_EQUALS, "2:3-2:5", "a[1]", NO_REPAIR),
                inLocals(TroubleKind.COLON_FOR_EQUALS, "2:4-2:5", "a: 1", "a = 1"),
                inLocals(TroubleKind.COLON_FOR_EQUALS, "2:5-2:6", "a := 1", "a = 1"),
                inLocals(TroubleKind.COLON_FOR_EQUALS, "2:5-2:6", "na:me = 1", "name = 1"),
                inLocals(TroubleKind.DOUBLE_EQUALS, "2:5-2:7", "a == 1", "a = 1"),
                inLocals(TroubleKind.COMMA_AFTER_ARGUMENT, "2:8-2:9", "a = 1,", "a = 1"),
                inLocals(TroubleKind.COMMA_AFTER_ARGUMENT, "2:8-2:9", "a = 1, b = 2", "a = 1\n  b = 2"),
                inLocals(TroubleKind.COMMA_AFTER_ARGUMENT, "2:8-2:9", "a = 1, 2", NO_REPAIR),
                inLocals(TroubleKind.QUOTED_NAME, "2:3-2:6", "\"a\" = 1", "a = 1"),
                inLocals(TroubleKind.MISSING_VALUE, "2:6-3:1", "a =", NO_REPAIR),
                inLocals(TroubleKind.MISSING_COMMA, "2:10-2:11", "a = [1 2]", NO_REPAIR),
                inLocals(TroubleKind.INVALID_EXPRESSION, "2:7-2:8", "a = *", NO_REPAIR),
                inLocals(TroubleKind.INVALID_ESCAPE, "2:8-2:10", "a = \"\\d\"", NO_REPAIR),
                row(TroubleKind.TEMPLATE_IN_LABEL, "1:10-1:16", "variable \"${x}\" {\n}\n", NO_REPAIR),
                inLocals(TroubleKind.DUPLICATE_ARGUMENT, "3:3-3:4", "a = 1\n  a = 2", "a = 1"),
                row(TroubleKind.MARKDOWN_FENCE, "2:1-2:4", "locals {}\n```\n", "locals {}\n"),
                row(TroubleKind.SHELL_LEFTOVER, "1:1-1:17", "$ terraform init\nlocals {}\n", "locals {}\n"),
                row(TroubleKind.CONFLICT_MARKER, "1:1-1:13", "<<<<<<< HEAD\nlocals {}\n", NO_REPAIR),
                row(TroubleKind.PASTED_YAML, "1:1-2:5", "a: 1\nb: 2\n", NO_REPAIR),
                row(TroubleKind.PASTED_JSON, "1:1-3:2", "{\n  \"a\": 1\n}\n", NO_REPAIR),
                row(TroubleKind.STRAY_TEXT, "1:1-1:15", "this is a note\n", "# this is a note\n"),
                row(TroubleKind.KEYWORD_CASE, "1:1-1:7", "Locals {\n}\n", "locals {\n}\n"),
                row(TroubleKind.UNKNOWN_BLOCK_TYPE, "1:1-1:6", "local {\n}\n", "locals {\n}\n"),
                row(TroubleKind.UNKNOWN_BLOCK_TYPE, "1:1-1:7", "provid er\"aws\" {\n}\n", "provider \"aws\" {\n}\n"),
                row(TroubleKind.LABEL_MISSING, "1:1-1:9", "variable {\n}\n", NO_REPAIR),
                row(TroubleKind.LABEL_EXTRA, "1:8-1:11", "locals \"a\" {\n}\n", "locals {\n}\n"),
                row(TroubleKind.ARGUMENT_OUTSIDE_BLOCK, "1:1-1:6", "a = 1\n", NO_REPAIR),
                row(
                        TroubleKind.NESTED_BLOCK,
                        "2:3-2:15",
                        "resource \"a\" \"b\" {\n  variable \"c\" {\n  }\n}\n",
                        "resource \"a\" \"b\" {\n}\n\nvariable \"c\" {\n}\n"),
                row(
                        TroubleKind.DUPLICATE_BLOCK,
                        "3:3-3:4",
                        "resource \"a\" \"b\" {\n  c {}\n  c {}\n}\n",
                        "resource \"a\" \"b\" {\n  c {}\n}\n"),
                inLocals(TroubleKind.LOOKALIKE_CHARACTER, "2:9-2:10", "a = \"n\u0430me\"", "a = \"name\""),
                inLocals(TroubleKind.HIDDEN_CHARACTER, "2:9-2:10", "a = \"x\u200By\"", "a = \"xy\""));
    }

    private static Row inLocals(TroubleKind kind, String place, String text, String repaired) {
        String after = repaired.equals(NO_REPAIR) ? NO_REPAIR : "locals {\n  " + repaired + "\n}\n";
        return new Row(kind, place, "locals {\n  " + text + "\n}\n", after);
    }

    private static Row row(TroubleKind kind, String place, String text, String repaired) {
        return new Row(kind, place, text, repaired);
    }

    @ParameterizedTest
    @MethodSource("rows")
    void isSeenAtItsPlaceAndRepaired(Row row) {
        for (String lineBreak : new String[] {"\n", "\r\n"}) {
            SourceFile file =
                    SourceFile.parse(SourceText.of("main.tf", row.text().replace("\n", lineBreak)));
            SyntaxTrouble first = file.troubles().get(0);
            SourceRange at = first.range();
            String place = at + "-" + at.endLine() + ":" + at.endColumn();

            assertThat(first.kind() + " " + place).isEqualTo(row.kind() + " main.tf:" + row.place());
            assertThat(first.repair().isEmpty()).isEqualTo(row.repaired().equals(NO_REPAIR));
            if (!first.repair().isEmpty()) {
                SourceText repaired = file.text().edited(first.repair());
                assertThat(repaired.text()).isEqualTo(row.repaired().replace("\n", lineBreak));
                assertThat(SourceFile.parse(repaired).troubles()).isEmpty();
            }
        }
    }

    @Test
    void everyKindIsShown() {
        Set<TroubleKind> shown = EnumSet.copyOf(ELSEWHERE);
        rows().forEach(row -> shown.add(row.kind()));
        assertThat(Stream.of(TroubleKind.values()).filter(kind -> !shown.contains(kind)))
                .isEmpty();
    }
}
