package dev.plumbline.terraform.source;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads tuples, objects and {@code for} expressions. */
final class CollectionParser {

    private final Cursor cursor;
    private final ExpressionParser expressions;

    CollectionParser(Cursor cursor, ExpressionParser expressions) {
        this.cursor = cursor;
        this.expressions = expressions;
    }

    Expression tuple() {
        Token open = cursor.read();
        boolean saved = cursor.newlines;
        cursor.newlines = false;
        Expression result;
        if (cursor.seesName("for")) {
            result = loop(open, TokenKind.CLOSE_BRACKET, saved);
        } else {
            List<Expression> items = new ArrayList<>();
            while (!cursor.sees(TokenKind.CLOSE_BRACKET)) {
                items.add(expressions.expression());
                if (!cursor.readIf(TokenKind.COMMA) && !cursor.sees(TokenKind.CLOSE_BRACKET)) {
                    throw missingComma();
                }
            }
            cursor.read();
            result = new Expression.Tuple(items, cursor.rangeFrom(open.start()));
        }
        cursor.newlines = saved;
        return result;
    }

    /** Between two items: a missing comma, or a bracket that was never closed. */
    private SyntaxStop missingComma() {
        return switch (cursor.peek().kind()) {
            case OPEN_QUOTE, NUMBER, OPEN_BRACE, OPEN_BRACKET -> cursor.stop(TroubleKind.MISSING_COMMA);
            default -> cursor.stop(TroubleKind.UNCLOSED_BRACKET);
        };
    }

    Expression object() {
        Token open = cursor.read();
        boolean saved = cursor.newlines;
        int afterOpen = cursor.position();
        cursor.newlines = false;
        boolean isLoop = cursor.seesName("for");
        if (isLoop) {
            Expression result = loop(open, TokenKind.CLOSE_BRACE, saved);
            cursor.newlines = saved;
            return result;
        }
        cursor.moveTo(afterOpen);
        cursor.newlines = true;
        List<Expression.Entry> entries = new ArrayList<>();
        while (true) {
            if (cursor.readIf(TokenKind.NEWLINE)) {
                continue;
            }
            if (cursor.readIf(TokenKind.CLOSE_BRACE)) {
                break;
            }
            entries.add(entry());
            if (cursor.readIf(TokenKind.CLOSE_BRACE)) {
                break;
            }
            if (!cursor.readIf(TokenKind.COMMA) && !cursor.readIf(TokenKind.NEWLINE)) {
                throw cursor.stop(TroubleKind.MISSING_COMMA);
            }
        }
        cursor.newlines = saved;
        return new Expression.ObjectCons(entries, cursor.rangeFrom(open.start()));
    }

    private Expression.Entry entry() {
        if (cursor.sees(TokenKind.END)) {
            throw cursor.stop(TroubleKind.UNCLOSED_BRACKET);
        }
        Expression key = expressions.expression();
        if (!cursor.readIf(TokenKind.EQUAL) && !cursor.readIf(TokenKind.COLON)) {
            throw cursor.stop(TroubleKind.MISSING_EQUALS);
        }
        return new Expression.Entry(key, expressions.expression());
    }

    private Expression loop(Token open, TokenKind close, boolean newlinesAfter) {
        cursor.read();
        String first = name();
        @Nullable String second = cursor.readIf(TokenKind.COMMA) ? name() : null;
        if (!cursor.seesName("in")) {
            throw cursor.stop(TroubleKind.INVALID_EXPRESSION);
        }
        cursor.read();
        Expression collection = expressions.expression();
        cursor.expect(TokenKind.COLON, TroubleKind.INVALID_EXPRESSION);
        Expression value = expressions.expression();
        Expression key = null;
        boolean grouped = false;
        if (cursor.readIf(TokenKind.FAT_ARROW)) {
            key = value;
            value = expressions.expression();
            grouped = cursor.readIf(TokenKind.ELLIPSIS);
        }
        Expression condition = null;
        if (cursor.seesName("if")) {
            cursor.read();
            condition = expressions.expression();
        }
        if (!cursor.sees(close)) {
            throw cursor.stop(TroubleKind.UNCLOSED_BRACKET);
        }
        boolean keyFits = (key != null) == (close == TokenKind.CLOSE_BRACE);
        if (!keyFits) {
            throw cursor.stop(TroubleKind.INVALID_EXPRESSION);
        }
        cursor.read();
        cursor.newlines = newlinesAfter;
        return new Expression.For(
                second == null ? null : first,
                second == null ? first : second,
                collection,
                key,
                value,
                condition,
                grouped,
                cursor.rangeFrom(open.start()));
    }

    private String name() {
        return cursor.text(cursor.expect(TokenKind.IDENT, TroubleKind.INVALID_EXPRESSION));
    }
}
