package dev.plumbline.terraform.source;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Names what is wrong around arguments and block headers that are almost right, with the edit that mends it. */
final class HeaderRepair {

    private static final String STEP = "  ";

    private final Cursor cursor;
    private final TroubleLog troubles;

    HeaderRepair(Cursor cursor) {
        this.cursor = cursor;
        this.troubles = cursor.troubles;
    }

    /** The name an item begins with; null when the line was passed over. Quotes round it are reported. */
    @Nullable
    Token name() {
        Token first = cursor.peek();
        if (first.is(TokenKind.IDENT)) {
            return cursor.read();
        }
        if (first.is(TokenKind.OPEN_QUOTE)
                && cursor.ahead(1).is(TokenKind.QUOTED_TEXT)
                && cursor.ahead(2).is(TokenKind.CLOSE_QUOTE)) {
            Token inner = cursor.ahead(1);
            Token after = cursor.ahead(3);
            boolean isName = cursor.text(inner).matches("[A-Za-z_][\\w-]*");
            switch (after.kind()) {
                case EQUAL, COLON, OPEN_QUOTE, OPEN_BRACE -> {
                    if (isName) {
                        cursor.read();
                        cursor.read();
                        Token close = cursor.read();
                        troubles.add(
                                TroubleKind.QUOTED_NAME,
                                first.start(),
                                close.end(),
                                cursor.text(inner),
                                SourceEdit.delete(cursor.range(first)),
                                SourceEdit.delete(cursor.range(close)));
                        return inner;
                    }
                }
                default -> {
                    // Not a name: reported below.
                }
            }
        }
        throw cursor.stop(TroubleKind.STRAY_TEXT);
    }

    /** A brace that closes nothing: delete it, with its line when it stands alone on it. */
    void extraBrace(Token brace) {
        SourceRange range = cursor.range(brace);
        SourceRange gone = cursor.source.wholeLines(range);
        troubles.add(SyntaxTrouble.of(TroubleKind.EXTRA_CLOSING_BRACE, range, "}", SourceEdit.delete(gone)));
    }

    /** Reads what stands in the place of the equals sign, or reports that nothing does. */
    void equalsSign(Token name) {
        Token sign = cursor.peek();
        SourceText source = cursor.source;
        switch (sign.kind()) {
            case COLON -> {
                cursor.read();
                boolean both = cursor.readIf(TokenKind.EQUAL);
                SourceRange signs = cursor.rangeFrom(sign.start());
                boolean blankBefore = sign.start() > name.end();
                // In the middle of a name it stands for nothing: ty:pe = …
                boolean inName = !both
                        && !blankBefore
                        && cursor.peek().start() == sign.end()
                        && cursor.sees(TokenKind.IDENT)
                        && switch (cursor.ahead(1).kind()) {
                            case EQUAL, OPEN_BRACE, OPEN_QUOTE -> true;
                            default -> false;
                        };
                troubles.add(
                        TroubleKind.COLON_FOR_EQUALS,
                        sign.start(),
                        sign.end(),
                        cursor.text(name),
                        new SourceEdit(both ? signs : cursor.range(sign), inName ? "" : blankBefore ? "=" : " ="));
            }
            case EQUAL_EQUAL, FAT_ARROW -> {
                cursor.read();
                troubles.add(
                        TroubleKind.DOUBLE_EQUALS,
                        sign.start(),
                        sign.end(),
                        cursor.text(name),
                        new SourceEdit(cursor.range(sign), "="));
            }
            default -> {
                // A bracket right behind the name, or a sign further on: as likely a slip inside of the name.
                boolean certain = sign.start() > name.end() && !cursor.ahead(1).is(TokenKind.EQUAL);
                SourceEdit equals = new SourceEdit(source.range(name.end(), name.end()), " =");
                SourceEdit[] repair = certain ? new SourceEdit[] {equals} : new SourceEdit[0];
                troubles.add(TroubleKind.MISSING_EQUALS, name.start(), sign.end(), cursor.text(name), repair);
            }
        }
    }

    /** Whether the argument just read is a block header with a stray equals sign, as in {@code resource = "a" "b"}. */
    boolean isBlockWithEquals(Token name, int valueIndex) {
        Token next = cursor.peek();
        if (!next.is(TokenKind.OPEN_BRACE) && !next.is(TokenKind.OPEN_QUOTE)) {
            return false;
        }
        if (!Keywords.isBlock(cursor.text(name))
                || !cursor.tokens.get(valueIndex).is(TokenKind.OPEN_QUOTE)) {
            return false;
        }
        reportEquals(name, cursor.tokens.get(valueIndex - 1));
        return true;
    }

    /** Reads the sign in {@code provider "aws" =} before the brace. */
    void equalsBeforeBlock(Token type) {
        if (!cursor.ahead(1).is(TokenKind.OPEN_BRACE)) {
            throw cursor.stop(TroubleKind.EQUALS_BEFORE_BLOCK);
        }
        reportEquals(type, cursor.read());
    }

    private void reportEquals(Token type, Token sign) {
        int end = sign.end();
        while (end < cursor.source.text().length() && cursor.source.text().charAt(end) == ' ') {
            end++;
        }
        troubles.add(
                TroubleKind.EQUALS_BEFORE_BLOCK,
                sign.start(),
                sign.end(),
                cursor.text(type),
                SourceEdit.delete(cursor.source.range(sign.start(), end)));
    }

    /** {@code name "x"} and {@code enabled true} on a line of their own. */
    boolean isArgumentWithoutEquals(Token type, List<Label> labels) {
        if (labels.size() != 1 || Keywords.isBlock(cursor.text(type)) || opensOnNextLine() || nextLineIsDeeper(type)) {
            return false;
        }
        Label label = labels.get(0);
        return label.quoted() || label.text().equals("true") || label.text().equals("false");
    }

    /** Whether only line breaks, and at least one of them, stand before a brace. */
    boolean opensOnNextLine() {
        return cursor.sees(TokenKind.NEWLINE) && nextAfterNewlines().is(TokenKind.OPEN_BRACE);
    }

    /** A keyword alone on its line above deeper ones, as in {@code locals} without its brace. */
    boolean isBareHeader(Token type) {
        return Keywords.isBlock(cursor.text(type)) && cursor.sees(TokenKind.NEWLINE) && nextLineIsDeeper(type);
    }

    private Token nextAfterNewlines() {
        int ahead = 0;
        while (cursor.ahead(ahead).is(TokenKind.NEWLINE)) {
            ahead++;
        }
        return cursor.ahead(ahead);
    }

    private boolean nextLineIsDeeper(Token type) {
        Token next = nextAfterNewlines();
        if (next.is(TokenKind.END) || next.is(TokenKind.CLOSE_BRACE)) {
            return false;
        }
        SourceText source = cursor.source;
        return source.columnOf(next.start()) > source.columnOf(type.start());
    }

    /** A header whose line ends without a brace. False when it does not look like a header at all. */
    boolean openBraceMissing(Token type, List<Label> labels) {
        if (!cursor.sees(TokenKind.NEWLINE) && !cursor.sees(TokenKind.END)) {
            return false;
        }
        SourceText source = cursor.source;
        int headerEnd = cursor.lastEnd();
        if (opensOnNextLine()) {
            Token brace = nextAfterNewlines();
            String between = source.text().substring(headerEnd, brace.start());
            SourceRange range = cursor.range(brace);
            SyntaxTrouble trouble = between.isBlank()
                    ? SyntaxTrouble.of(
                            TroubleKind.BRACE_ON_NEXT_LINE,
                            range,
                            cursor.text(type),
                            new SourceEdit(source.range(headerEnd, brace.start()), " "))
                    : SyntaxTrouble.of(
                            TroubleKind.BRACE_ON_NEXT_LINE,
                            range,
                            cursor.text(type),
                            new SourceEdit(source.range(headerEnd, headerEnd), " {"),
                            SourceEdit.delete(range));
            troubles.add(trouble);
            while (cursor.sees(TokenKind.NEWLINE)) {
                cursor.read();
            }
            return true;
        }
        boolean header = Keywords.isBlock(cursor.text(type))
                || (!labels.isEmpty() && labels.stream().allMatch(Label::quoted));
        if (!header || !nextLineIsDeeper(type)) {
            return false;
        }
        troubles.add(
                TroubleKind.MISSING_OPEN_BRACE,
                type.start(),
                headerEnd,
                cursor.text(type),
                new SourceEdit(source.range(headerEnd, headerEnd), " {"));
        return true;
    }

    /** Whether a line break or the end of the text comes next. */
    boolean endsLine() {
        return cursor.sees(TokenKind.NEWLINE) || cursor.sees(TokenKind.END);
    }

    /** Whether an argument or a block begins here. */
    boolean startsItem() {
        if (!cursor.sees(TokenKind.IDENT)) {
            return false;
        }
        return switch (cursor.ahead(1).kind()) {
            case EQUAL, OPEN_BRACE, OPEN_QUOTE, COLON -> true;
            default -> false;
        };
    }

    /** A comma behind an argument or block: it ends the line, or stands for the line break. */
    void comma(Token item) {
        Token comma = cursor.read();
        SourceRange range = cursor.range(comma);
        SourceEdit[] repair;
        if (endsLine() || cursor.sees(TokenKind.CLOSE_BRACE)) {
            repair = new SourceEdit[] {SourceEdit.delete(range)};
        } else if (startsItem()) {
            SourceText source = cursor.source;
            String indent = source.indentOf(source.lineOf(item.start()));
            repair = new SourceEdit[] {
                SourceEdit.delete(range), lineBreak(comma.end(), cursor.peek().start(), indent)
            };
        } else {
            repair = new SourceEdit[0];
        }
        troubles.add(TroubleKind.COMMA_AFTER_ARGUMENT, comma.start(), comma.end(), cursor.text(item), repair);
    }

    /** Something follows on the line of an argument or block: it belongs on a line of its own. */
    void missingNewline(Token item) {
        SourceText source = cursor.source;
        Token next = cursor.peek();
        String indent = source.indentOf(source.lineOf(item.start()));
        if (next.is(TokenKind.CLOSE_BRACE) && indent.length() >= STEP.length()) {
            indent = indent.substring(indent.charAt(0) == '\t' ? 1 : STEP.length());
        }
        troubles.add(
                TroubleKind.MISSING_NEWLINE,
                next.start(),
                next.end(),
                cursor.text(item),
                lineBreak(cursor.lastEnd(), next.start(), indent));
    }

    /** A line break in place of the blanks before a token; comments in between stay on the line they are on. */
    private SourceEdit lineBreak(int from, int to, String indent) {
        String between = cursor.source.text().substring(from, to);
        return new SourceEdit(cursor.source.range(from + between.stripTrailing().length(), to), "\n" + indent);
    }

    /** Reports a block on one line that holds more than a single argument; the outermost such block only. */
    void oneLineBlock(Block block, int firstIndex, boolean inside) {
        if (inside || isPlainOneLiner(block, firstIndex)) {
            return;
        }
        List<SourceEdit> edits = new ArrayList<>();
        String indent = cursor.source.indentOf(block.range().startLine());
        boolean certain = spread(block, indent, edits);
        SourceRange range = block.range();
        troubles.add(new SyntaxTrouble(
                TroubleKind.ONE_LINE_BLOCK, range, block.type(), List.of(), certain ? edits : List.of()));
    }

    /** What the specification allows on one line: a single argument, the brace right behind it. */
    private boolean isPlainOneLiner(Block block, int firstIndex) {
        SourceRange close = block.closeBrace();
        List<BodyItem> items = block.body().items();
        if (close == null || items.size() != 1 || !(items.get(0) instanceof Argument argument)) {
            return false;
        }
        for (int i = firstIndex; i < cursor.tokens.size(); i++) {
            Token token = cursor.tokens.get(i);
            if (token.start() >= argument.range().endOffset()) {
                return token.start() == close.startOffset();
            }
        }
        return false;
    }

    private boolean spread(Block block, String indent, List<SourceEdit> edits) {
        SourceRange open = block.openBrace();
        SourceRange close = block.closeBrace();
        if (open == null || close == null) {
            return false;
        }
        int from = open.endOffset();
        for (BodyItem item : block.body().items()) {
            if (!gap(from, item.range().startOffset(), "\n" + indent + STEP, edits)) {
                return false;
            }
            boolean nested = item instanceof Block inner
                    && !inner.body().items().isEmpty()
                    && !isSingleArgument(inner)
                    && inner.range().startLine() == inner.range().endLine();
            if (nested && !spread((Block) item, indent + STEP, edits)) {
                return false;
            }
            from = item.range().endOffset();
        }
        return gap(from, close.startOffset(), "\n" + indent, edits);
    }

    private static boolean isSingleArgument(Block block) {
        return block.body().items().size() == 1 && block.body().items().get(0) instanceof Argument;
    }

    private boolean gap(int from, int to, String instead, List<SourceEdit> edits) {
        String between = cursor.source.text().substring(from, to);
        if (!between.replace(',', ' ').isBlank()) {
            return false;
        }
        edits.add(new SourceEdit(cursor.source.range(from, to), instead));
        return true;
    }
}
