package dev.plumbline.terraform.source;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Reads arguments and blocks. What cannot be read is reported and passed over, as little of it as possible, so that the
 * rest of the file still counts; what is almost right is read as it was meant.
 */
final class BodyParser {

    /** How the body is written: over several lines, or on the line of its brace. */
    private enum Form {
        LINES,
        ONE_LINE
    }

    private final Cursor cursor;
    private final TroubleLog troubles;
    private final ExpressionParser expressions;
    private final HeaderRepair headers;
    private final Recovery recovery;

    BodyParser(Cursor cursor) {
        this.cursor = cursor;
        this.troubles = cursor.troubles;
        this.expressions = new ExpressionParser(cursor);
        this.headers = new HeaderRepair(cursor);
        this.recovery = new Recovery(cursor);
    }

    /** The whole file. */
    Body file() {
        List<BodyItem> items = new ArrayList<>();
        while (!cursor.sees(TokenKind.END) && !cursor.isExhausted()) {
            if (cursor.sees(TokenKind.CLOSE_BRACE)) {
                headers.extraBrace(cursor.read());
            } else {
                items(items, Form.LINES);
            }
        }
        return new Body(items, cursor.source.range(0, cursor.source.text().length()));
    }

    /** Items up to a closing brace or the end, neither of which is read. */
    private void items(List<BodyItem> items, Form form) {
        while (!cursor.isExhausted()) {
            Token token = cursor.peek();
            switch (token.kind()) {
                case END, CLOSE_BRACE -> {
                    return;
                }
                case NEWLINE -> cursor.read();
                default -> {
                    BodyItem item = item(form);
                    if (item != null) {
                        items.add(item);
                    }
                    if (form == Form.ONE_LINE) {
                        while (cursor.sees(TokenKind.COMMA)) {
                            cursor.read();
                        }
                    }
                }
            }
        }
    }

    private @Nullable BodyItem item(Form form) {
        int startIndex = cursor.position();
        int savedDepth = cursor.depth();
        Token first = cursor.peek();
        SyntaxStop stop;
        try {
            Token name = headers.name();
            return name == null ? null : named(name, form);
        } catch (SyntaxStop e) {
            stop = e;
        }
        cursor.newlines = true;
        cursor.restoreDepth(savedDepth);
        recovery.passOver(startIndex, stop);
        return half(startIndex, first);
    }

    /** What is left of an argument that could not be read to its end: its name. */
    private @Nullable BodyItem half(int startIndex, Token first) {
        boolean argument = first.is(TokenKind.IDENT)
                && startIndex + 1 < cursor.tokens.size()
                && cursor.tokens.get(startIndex + 1).is(TokenKind.EQUAL);
        if (!argument) {
            return null;
        }
        int valueStart = cursor.tokens.get(startIndex + 1).end();
        int lineEnd = cursor.source.lineEnd(cursor.source.lineOf(first.start()));
        int valueEnd = Math.max(valueStart, Math.min(lineEnd, Math.max(cursor.lastEnd(), valueStart)));
        String text = cursor.source.text().substring(valueStart, valueEnd);
        Expression value = new Expression.Unreadable(text.strip(), cursor.source.range(valueStart, valueEnd));
        return new Argument(
                cursor.text(first), cursor.range(first), value, cursor.source.range(first.start(), valueEnd), false);
    }

    private @Nullable BodyItem named(Token name, Form form) {
        Token next = cursor.peek();
        return switch (next.kind()) {
            case EQUAL -> {
                cursor.read();
                yield argument(name, form);
            }
            case OPEN_QUOTE, OPEN_BRACE, IDENT -> block(name, form);
            case COLON, EQUAL_EQUAL, FAT_ARROW, NUMBER, OPEN_BRACKET -> {
                headers.equalsSign(name);
                yield argument(name, form);
            }
            default -> {
                if (headers.opensOnNextLine() || headers.isBareHeader(name)) {
                    yield block(name, form);
                }
                throw new SyntaxStop(TroubleKind.STRAY_TEXT, name.start(), name.end());
            }
        };
    }

    private @Nullable BodyItem argument(Token name, Form form) {
        int valueIndex = cursor.position();
        Expression value = expressions.expression();
        if (headers.isBlockWithEquals(name, valueIndex)) {
            cursor.moveTo(valueIndex);
            return block(name, form);
        }
        Argument argument =
                new Argument(cursor.text(name), cursor.range(name), value, cursor.rangeFrom(name.start()), false);
        endArgument(name, form);
        return argument;
    }

    private void endArgument(Token name, Form form) {
        if (form == Form.ONE_LINE || headers.endsLine()) {
            return;
        }
        Token next = cursor.peek();
        if (next.is(TokenKind.COMMA)) {
            headers.comma(name);
            return;
        }
        if (headers.startsItem() || next.is(TokenKind.CLOSE_BRACE)) {
            headers.missingNewline(name);
            return;
        }
        throw cursor.stop(next.is(TokenKind.OPEN_BRACE) ? TroubleKind.INVALID_EXPRESSION : TroubleKind.MISSING_NEWLINE);
    }

    private @Nullable BodyItem block(Token type, Form form) {
        List<Label> labels = new ArrayList<>();
        while (true) {
            Token next = cursor.peek();
            switch (next.kind()) {
                case OPEN_BRACE -> {
                    return body(type, labels, form);
                }
                case OPEN_QUOTE -> labels.add(quotedLabel());
                case IDENT -> {
                    cursor.read();
                    labels.add(new Label(cursor.text(next), cursor.range(next), false));
                }
                case EQUAL -> headers.equalsBeforeBlock(type);
                default -> {
                    if (headers.isArgumentWithoutEquals(type, labels)) {
                        return argumentWithoutEquals(type, labels, form);
                    }
                    if (!headers.openBraceMissing(type, labels)) {
                        throw cursor.stop(TroubleKind.MISSING_OPEN_BRACE);
                    }
                    return body(type, labels, form);
                }
            }
        }
    }

    private BodyItem argumentWithoutEquals(Token name, List<Label> labels, Form form) {
        Label only = labels.get(0);
        troubles.add(
                TroubleKind.MISSING_EQUALS,
                name.start(),
                only.range().endOffset(),
                cursor.text(name),
                new SourceEdit(cursor.source.range(name.end(), name.end()), " ="));
        Expression value = only.quoted()
                ? new Expression.Template(
                        List.of(new TemplatePart.Text(only.text(), only.range())), false, only.range())
                : new Expression.Name(only.text(), only.range());
        Argument argument =
                new Argument(cursor.text(name), cursor.range(name), value, cursor.rangeFrom(name.start()), false);
        endArgument(name, form);
        return argument;
    }

    private Label quotedLabel() {
        int start = cursor.peek().start();
        TemplateParser templates = new TemplateParser(cursor, expressions);
        Expression.Template template = templates.template();
        String plain = template.plainText();
        if (plain == null) {
            troubles.add(TroubleKind.TEMPLATE_IN_LABEL, start, cursor.lastEnd(), "");
            plain = cursor.source.text().substring(start + 1, Math.max(start + 1, cursor.lastEnd() - 1));
        }
        return new Label(plain, template.range(), true);
    }

    private Block body(Token type, List<Label> labels, Form outer) {
        int headerEnd = cursor.lastEnd();
        Token open = cursor.sees(TokenKind.OPEN_BRACE) ? cursor.read() : null;
        int bodyStart = cursor.lastEnd();
        cursor.enter();
        boolean lines = open == null
                || switch (cursor.peek().kind()) {
                    case NEWLINE, END, CLOSE_BRACE -> true;
                    default -> false;
                };
        List<BodyItem> items = new ArrayList<>();
        int firstIndex = cursor.position();
        items(items, lines ? Form.LINES : Form.ONE_LINE);
        cursor.leave();
        SourceRange inside = cursor.source.range(bodyStart, cursor.peek().start());
        Token close = null;
        if (cursor.sees(TokenKind.CLOSE_BRACE)) {
            close = cursor.read();
        }
        Block block = new Block(
                cursor.text(type),
                cursor.range(type),
                labels,
                cursor.source.range(type.start(), headerEnd),
                open == null ? null : cursor.range(open),
                close == null || close.start() == close.end() ? null : cursor.range(close),
                new Body(items, inside),
                cursor.rangeFrom(type.start()));
        if (!lines && close != null) {
            headers.oneLineBlock(block, firstIndex, outer == Form.ONE_LINE);
        }
        if (outer == Form.LINES && close != null) {
            endBlock(block);
        }
        return block;
    }

    private void endBlock(Block block) {
        if (headers.endsLine() || (cursor.sees(TokenKind.CLOSE_BRACE) && cursor.depth() == 0)) {
            return;
        }
        Token next = cursor.peek();
        if (next.is(TokenKind.COMMA)) {
            headers.comma(typeToken(block));
            return;
        }
        if (next.is(TokenKind.CLOSE_BRACE) || headers.startsItem()) {
            headers.missingNewline(typeToken(block));
            return;
        }
        throw cursor.stop(TroubleKind.MISSING_NEWLINE);
    }

    private static Token typeToken(Block block) {
        return new Token(
                TokenKind.IDENT,
                block.typeRange().startOffset(),
                block.typeRange().endOffset());
    }
}
