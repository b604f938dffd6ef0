package dev.plumbline.terraform.source;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Reads expressions, as the HCL native syntax specification describes them. Stops at the first thing that is none. */
final class ExpressionParser {

    /** Longer chains of operators or of dots are not read. */
    private static final int MAX_CHAIN = 500;

    private static final Map<TokenKind, Integer> PRECEDENCE = Map.ofEntries(
            Map.entry(TokenKind.OR, 1),
            Map.entry(TokenKind.AND, 2),
            Map.entry(TokenKind.EQUAL_EQUAL, 3),
            Map.entry(TokenKind.NOT_EQUAL, 3),
            Map.entry(TokenKind.GREATER, 4),
            Map.entry(TokenKind.GREATER_EQUAL, 4),
            Map.entry(TokenKind.LESS, 4),
            Map.entry(TokenKind.LESS_EQUAL, 4),
            Map.entry(TokenKind.PLUS, 5),
            Map.entry(TokenKind.MINUS, 5),
            Map.entry(TokenKind.STAR, 6),
            Map.entry(TokenKind.SLASH, 6),
            Map.entry(TokenKind.PERCENT, 6));

    private final Cursor cursor;
    private final TemplateParser templates;
    private final CollectionParser collections;

    ExpressionParser(Cursor cursor) {
        this.cursor = cursor;
        this.templates = new TemplateParser(cursor, this);
        this.collections = new CollectionParser(cursor, this);
    }

    /** An expression in which newlines mean nothing. */
    Expression acrossLines() {
        boolean saved = cursor.newlines;
        cursor.newlines = false;
        Expression expression = expression();
        cursor.newlines = saved;
        return expression;
    }

    Expression expression() {
        cursor.enter();
        int start = cursor.peek().start();
        Expression condition = binary(1);
        Expression result = condition;
        if (cursor.readIf(TokenKind.QUESTION)) {
            Expression whenTrue = expression();
            cursor.expect(TokenKind.COLON, TroubleKind.INVALID_EXPRESSION);
            Expression whenFalse = expression();
            result = new Expression.Conditional(condition, whenTrue, whenFalse, cursor.rangeFrom(start));
        }
        cursor.leave();
        return result;
    }

    private Expression binary(int weakest) {
        int start = cursor.peek().start();
        Expression left = withTraversals();
        for (int chain = 0; ; chain++) {
            Integer precedence = PRECEDENCE.get(cursor.peek().kind());
            if (precedence == null || precedence < weakest) {
                return left;
            }
            if (chain > MAX_CHAIN) {
                throw cursor.stop(TroubleKind.TOO_DEEP);
            }
            String operator = cursor.text(cursor.read());
            Expression right = binary(precedence + 1);
            left = new Expression.Binary(operator, left, right, cursor.rangeFrom(start));
        }
    }

    private Expression withTraversals() {
        Expression expression = term();
        return traversals(expression, true);
    }

    /** What follows a term: {@code .name}, {@code .0}, {@code [key]}, {@code .*} and {@code [*]}. */
    private Expression traversals(Expression target, boolean indexes) {
        Expression result = target;
        int start = target.range().startOffset();
        for (int chain = 0; ; chain++) {
            if (chain > MAX_CHAIN) {
                throw cursor.stop(TroubleKind.TOO_DEEP);
            }
            if (cursor.sees(TokenKind.DOT)) {
                cursor.read();
                result = afterDot(result, start);
            } else if (indexes && cursor.sees(TokenKind.OPEN_BRACKET)) {
                cursor.read();
                result = index(result, start);
            } else {
                return result;
            }
        }
    }

    private Expression afterDot(Expression target, int start) {
        Token token = cursor.peek();
        switch (token.kind()) {
            case IDENT -> {
                cursor.read();
                return new Expression.Attribute(
                        target, cursor.text(token), cursor.range(token), cursor.rangeFrom(start));
            }
            case NUMBER -> {
                // a.0.1 is refused: "chaining two indexes together is not permitted".
                if (cursor.text(token).indexOf('.') >= 0) {
                    throw cursor.stop(TroubleKind.INVALID_EXPRESSION);
                }
                cursor.read();
                return new Expression.Index(target, number(token), cursor.rangeFrom(start));
            }
            case STAR -> {
                cursor.read();
                SourceRange element = cursor.range(token);
                cursor.enter();
                Expression each = traversals(new Expression.Element(element), false);
                if (each instanceof Expression.Splat) {
                    throw cursor.stop(TroubleKind.INVALID_EXPRESSION);
                }
                cursor.leave();
                return new Expression.Splat(target, each, cursor.rangeFrom(start));
            }
            default -> throw cursor.stop(TroubleKind.INVALID_EXPRESSION);
        }
    }

    private Expression index(Expression target, int start) {
        boolean saved = cursor.newlines;
        cursor.newlines = false;
        if (cursor.sees(TokenKind.STAR)) {
            SourceRange element = cursor.range(cursor.read());
            cursor.expect(TokenKind.CLOSE_BRACKET, TroubleKind.INVALID_EXPRESSION);
            cursor.newlines = saved;
            cursor.enter();
            Expression each = traversals(new Expression.Element(element), true);
            cursor.leave();
            return new Expression.Splat(target, each, cursor.rangeFrom(start));
        }
        Expression key = expression();
        cursor.expect(TokenKind.CLOSE_BRACKET, TroubleKind.UNCLOSED_BRACKET);
        cursor.newlines = saved;
        return new Expression.Index(target, key, cursor.rangeFrom(start));
    }

    private Expression term() {
        Token token = cursor.peek();
        switch (token.kind()) {
            case OPEN_PAREN -> {
                cursor.read();
                Expression inner = acrossLinesUntil(TokenKind.CLOSE_PAREN);
                return new Expression.Parenthesised(inner, cursor.rangeFrom(token.start()));
            }
            case NUMBER -> {
                if (cursor.text(token).chars().filter(c -> c == '.').count() > 1) {
                    throw cursor.stop(TroubleKind.INVALID_EXPRESSION);
                }
                cursor.read();
                return number(token);
            }
            case IDENT -> {
                cursor.read();
                return named(token);
            }
            case OPEN_QUOTE, OPEN_HEREDOC -> {
                return templates.template();
            }
            case MINUS, BANG -> {
                cursor.read();
                cursor.enter();
                Expression operand = withTraversals();
                cursor.leave();
                return new Expression.Unary(cursor.text(token), operand, cursor.rangeFrom(token.start()));
            }
            case OPEN_BRACKET -> {
                return collections.tuple();
            }
            case OPEN_BRACE -> {
                return collections.object();
            }
            case NEWLINE, END -> throw cursor.stop(TroubleKind.MISSING_VALUE);
            default -> throw cursor.stop(TroubleKind.INVALID_EXPRESSION);
        }
    }

    private Expression acrossLinesUntil(TokenKind close) {
        boolean saved = cursor.newlines;
        cursor.newlines = false;
        Expression inner = expression();
        cursor.expect(close, TroubleKind.UNCLOSED_BRACKET);
        cursor.newlines = saved;
        return inner;
    }

    private Expression named(Token token) {
        String name = cursor.text(token);
        if (cursor.sees(TokenKind.OPEN_PAREN) || cursor.sees(TokenKind.DOUBLE_COLON)) {
            return call(token, name);
        }
        return switch (name) {
            case "true" -> new Expression.Literal(true, cursor.range(token));
            case "false" -> new Expression.Literal(false, cursor.range(token));
            case "null" -> new Expression.Literal(null, cursor.range(token));
            default -> new Expression.Name(name, cursor.range(token));
        };
    }

    private Expression call(Token first, String name) {
        StringBuilder full = new StringBuilder(name);
        while (cursor.readIf(TokenKind.DOUBLE_COLON)) {
            full.append("::").append(cursor.text(cursor.expect(TokenKind.IDENT, TroubleKind.INVALID_EXPRESSION)));
        }
        SourceRange nameRange = cursor.rangeFrom(first.start());
        cursor.expect(TokenKind.OPEN_PAREN, TroubleKind.INVALID_EXPRESSION);
        boolean saved = cursor.newlines;
        cursor.newlines = false;
        List<Expression> arguments = new ArrayList<>();
        boolean expand = false;
        while (!cursor.sees(TokenKind.CLOSE_PAREN)) {
            arguments.add(expression());
            if (cursor.readIf(TokenKind.ELLIPSIS)) {
                expand = true;
                break;
            }
            if (!cursor.readIf(TokenKind.COMMA)) {
                break;
            }
        }
        cursor.expect(TokenKind.CLOSE_PAREN, TroubleKind.UNCLOSED_BRACKET);
        cursor.newlines = saved;
        return new Expression.Call(full.toString(), nameRange, arguments, expand, cursor.rangeFrom(first.start()));
    }

    /** A number; one that is larger than any we could hold cannot be read. */
    private Expression number(Token token) {
        String text = cursor.text(token);
        int exponent = Math.max(text.indexOf('e'), text.indexOf('E'));
        return text.length() > 400 || (exponent >= 0 && text.length() - exponent > 4)
                ? new Expression.Unreadable(text, cursor.range(token))
                : new Expression.Literal(new BigDecimal(text), cursor.range(token));
    }
}
