package dev.plumbline.terraform.source;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads quoted texts and heredocs. */
final class TemplateParser {

    private final Cursor cursor;
    private final ExpressionParser expressions;

    /** The list that ends with the literal just read; null where something else was read last. */
    private @Nullable List<TemplatePart> literalBefore;

    private boolean stripNext;

    TemplateParser(Cursor cursor, ExpressionParser expressions) {
        this.cursor = cursor;
        this.expressions = expressions;
    }

    Expression.Template template() {
        boolean saved = cursor.newlines;
        cursor.newlines = true;
        literalBefore = null;
        stripNext = false;
        Token open = cursor.read();
        boolean heredoc = open.is(TokenKind.OPEN_HEREDOC);
        TokenKind close = heredoc ? TokenKind.CLOSE_HEREDOC : TokenKind.CLOSE_QUOTE;
        List<TemplatePart> parts = parts(close, heredoc);
        if (cursor.peek().kind() != close) {
            throw cursor.stop(TroubleKind.INVALID_EXPRESSION);
        }
        cursor.read();
        cursor.newlines = saved;
        if (heredoc && cursor.source.text().startsWith("<<-", open.start())) {
            parts = Indentation.remove(parts);
        }
        return new Expression.Template(parts, heredoc, cursor.rangeFrom(open.start()));
    }

    /** The parts up to the closing token, or up to a control word that belongs to the caller. */
    private List<TemplatePart> parts(TokenKind close, boolean heredoc) {
        List<TemplatePart> parts = new ArrayList<>();
        while (true) {
            Token token = cursor.peek();
            if (token.is(close)) {
                return parts;
            }
            switch (token.kind()) {
                case QUOTED_TEXT, HEREDOC_TEXT -> {
                    cursor.read();
                    parts.add(text(token, heredoc));
                    literalBefore = parts;
                }
                case INTERPOLATION -> parts.add(interpolation());
                case CONTROL -> {
                    if (endsControl()) {
                        return parts;
                    }
                    parts.add(control(close, heredoc));
                }
                case QUOTE_MISSING -> throw cursor.stop(TroubleKind.UNCLOSED_QUOTE);
                default -> throw cursor.stop(TroubleKind.INVALID_EXPRESSION);
            }
        }
    }

    private TemplatePart text(Token token, boolean heredoc) {
        String text = Escapes.decode(cursor.source, token, !heredoc, cursor.troubles);
        boolean strip = stripNext;
        stripNext = false;
        return new TemplatePart.Text(strip ? text.stripLeading() : text, cursor.range(token));
    }

    /** Reads what opens a sequence; a tilde in it strips the literal before it, if there is one. */
    private Token open(TokenKind kind) {
        Token open = cursor.expect(kind, TroubleKind.INVALID_EXPRESSION);
        if (literalBefore != null && open.end() - open.start() == 3) {
            int last = literalBefore.size() - 1;
            if (literalBefore.get(last) instanceof TemplatePart.Text literal) {
                literalBefore.set(last, new TemplatePart.Text(literal.text().stripTrailing(), literal.range()));
            }
        }
        return open;
    }

    private TemplatePart interpolation() {
        Token open = open(TokenKind.INTERPOLATION);
        Expression inner = expressions.acrossLines();
        end();
        return new TemplatePart.Interpolation(inner, cursor.rangeFrom(open.start()));
    }

    /** Reads what closes a sequence; a tilde in it strips the literal behind it. */
    private void end() {
        boolean saved = cursor.newlines;
        cursor.newlines = false;
        Token close = cursor.expect(TokenKind.SEQUENCE_END, TroubleKind.UNCLOSED_TEMPLATE);
        cursor.newlines = saved;
        literalBefore = null;
        stripNext = close.end() - close.start() == 2;
    }

    private boolean endsControl() {
        int ahead = 1;
        while (cursor.ahead(ahead).is(TokenKind.NEWLINE)) {
            ahead++;
        }
        Token word = cursor.ahead(ahead);
        if (!word.is(TokenKind.IDENT)) {
            return false;
        }
        return switch (cursor.text(word)) {
            case "else", "endif", "endfor" -> true;
            default -> false;
        };
    }

    private TemplatePart control(TokenKind close, boolean heredoc) {
        cursor.enter();
        Token open = open(TokenKind.CONTROL);
        String word = controlWord();
        TemplatePart part;
        if (word.equals("if")) {
            Expression condition = expressions.acrossLines();
            end();
            List<TemplatePart> then = parts(close, heredoc);
            List<TemplatePart> otherwise = new ArrayList<>();
            String next = closingWord();
            if (next.equals("else")) {
                otherwise = parts(close, heredoc);
                next = closingWord();
            }
            if (!next.equals("endif")) {
                throw cursor.stop(TroubleKind.INVALID_EXPRESSION);
            }
            part = new TemplatePart.If(condition, then, otherwise, cursor.rangeFrom(open.start()));
        } else if (word.equals("for")) {
            part = loop(open, close, heredoc);
        } else {
            throw cursor.stop(TroubleKind.INVALID_EXPRESSION);
        }
        cursor.leave();
        return part;
    }

    private TemplatePart loop(Token open, TokenKind close, boolean heredoc) {
        String first = controlWord();
        boolean saved = cursor.newlines;
        cursor.newlines = false;
        @Nullable String second = cursor.readIf(TokenKind.COMMA) ? controlWord() : null;
        cursor.newlines = false;
        if (!cursor.seesName("in")) {
            throw cursor.stop(TroubleKind.INVALID_EXPRESSION);
        }
        cursor.read();
        cursor.newlines = saved;
        Expression collection = expressions.acrossLines();
        end();
        List<TemplatePart> body = parts(close, heredoc);
        if (!closingWord().equals("endfor")) {
            throw cursor.stop(TroubleKind.INVALID_EXPRESSION);
        }
        return new TemplatePart.Loop(
                second == null ? null : first,
                second == null ? first : second,
                collection,
                body,
                cursor.rangeFrom(open.start()));
    }

    private String controlWord() {
        boolean saved = cursor.newlines;
        cursor.newlines = false;
        String word = cursor.text(cursor.expect(TokenKind.IDENT, TroubleKind.INVALID_EXPRESSION));
        cursor.newlines = saved;
        return word;
    }

    private String closingWord() {
        open(TokenKind.CONTROL);
        String word = controlWord();
        end();
        return word;
    }
}
