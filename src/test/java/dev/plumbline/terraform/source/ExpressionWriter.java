package dev.plumbline.terraform.source;

/** Writes right expressions of every kind. */
final class ExpressionWriter {
    private final Ink ink;
    private final TemplateWriter templates;
    private int depth;
    /** Whether line breaks mean nothing here, as inside brackets. */
    private boolean wide;

    ExpressionWriter(Ink ink) {
        this.ink = ink;
        this.templates = new TemplateWriter(ink, this);
    }

    /** The value of an argument. */
    void value() {
        if (ink.oneIn(12)) {
            templates.heredoc();
        } else {
            expression();
        }
    }

    void expression() {
        int start = ink.at();
        switch (ink.random.nextInt(depth > 3 ? 1 : 8)) {
            case 1 -> {
                String sign = ink.any("-", "!");
                ink.write(sign);
                operand();
                ink.piece("Unary", start);
            }
            case 2 -> {
                operand();
                gap().write(ink.any("+", "-", "*", "/", "%", "==", "!=", "<", "<=", ">", ">=", "&&", "||"))
                        .write(" ");
                gap();
                operand();
                ink.piece("Binary", start);
            }
            case 3 -> {
                operand();
                gap().write("?");
                gap();
                operand();
                gap().write(":");
                gap();
                operand();
                ink.piece("Conditional", start);
            }
            default -> operand();
        }
    }

    /** An expression that binds tighter than any operator. */
    void operand() {
        depth++;
        int start = ink.at();
        switch (ink.random.nextInt(depth > 4 ? 4 : 13)) {
            case 0 -> literal();
            case 1 -> templates.quoted(depth > 4);
            case 2, 3 -> traversal();
            case 4 -> bracketed("(", ")", "Parenthesised", this::expression);
            case 5 -> bracketed("[", "]", "Tuple", this::items);
            case 6 -> object();
            case 7 -> bracketed("[", "]", "For", () -> loop(false));
            case 8 -> bracketed("{", "}", "For", () -> loop(true));
            case 9, 10 -> call();
            case 11 -> {
                traversal();
                ink.write(ink.any(".*", ".*.id", "[*]", "[*].id"));
                ink.piece("Splat", start);
            }
            default -> {
                traversal();
                bracketed("[", "]", "Index", start, this::expression);
            }
        }
        depth--;
    }

    /** Runs where line breaks mean nothing. */
    void acrossLines(Runnable inside) {
        boolean saved = wide;
        wide = true;
        inside.run();
        wide = saved;
    }

    Ink gap() {
        return wide ? ink.wideGap() : ink.gap();
    }

    private void literal() {
        int start = ink.at();
        ink.write(ink.any("0", "42", "3.14", "1e3", "2.5E-2", "true", "false", "null", "00012345678901234567890"));
        ink.piece("Literal", start);
    }

    private void traversal() {
        int start = ink.at();
        ink.write(ink.any("var", "local", "each", "aws_kinesis_stream", "größe", "a-b"));
        ink.piece("Name", start);
        for (int more = 1 + ink.random.nextInt(2); more > 0; more--) {
            ink.write(".").write(ink.any("name", "for", "名前", "if", "x-1"));
            ink.piece("Attribute", start);
        }
        if (ink.oneIn(8)) {
            ink.write(".");
            int number = ink.at();
            ink.write("0");
            ink.piece("Literal", number);
            ink.piece("Index", start);
        }
    }

    private void bracketed(String open, String close, String kind, Runnable inside) {
        bracketed(open, close, kind, ink.at(), inside);
    }

    private void bracketed(String open, String close, String kind, int start, Runnable inside) {
        ink.write(open);
        acrossLines(() -> {
            gap();
            inside.run();
            gap();
        });
        ink.write(close);
        ink.piece(kind, start);
    }

    private void items() {
        for (int more = ink.random.nextInt(4); more > 0; more--) {
            expression();
            gap();
            if (more > 1 || ink.oneIn(3)) {
                ink.write(",");
                gap();
            }
        }
    }

    private void loop(boolean keyed) {
        ink.write("for ").write(ink.any("x", "k, v")).write(" in ");
        operand();
        gap().write(":");
        gap();
        operand();
        if (keyed) {
            gap().write("=>");
            gap();
            operand();
            ink.write(ink.any("", "...", " ..."));
        }
        if (ink.oneIn(3)) {
            gap().write("if ");
            expression();
        }
    }

    private void call() {
        int start = ink.at();
        ink.write(ink.any("upper", "core::max", "provider::aws::arn_parse"));
        bracketed("(", ")", "Call", start, () -> {
            if (ink.oneIn(10)) {
                templates.heredoc();
                ink.lineBreak();
                return;
            }
            int more = ink.random.nextInt(3);
            for (int i = 0; i < more; i++) {
                expression();
                ink.write(i < more - 1 ? ", " : ink.any("", ",", "..."));
            }
        });
    }

    private void object() {
        int start = ink.at();
        boolean lines = ink.oneIn(2);
        boolean saved = wide;
        wide = false;
        ink.write("{");
        for (int more = ink.random.nextInt(4); more > 0; more--) {
            newEntry(lines);
            key();
            ink.gap().write(ink.any("=", ":")).gap();
            expression();
            ink.write(lines ? ink.any("", ",") : more > 1 ? "," : "");
        }
        newEntry(lines);
        wide = saved;
        ink.write("}");
        ink.piece("ObjectCons", start);
    }

    private void newEntry(boolean lines) {
        ink.gap();
        if (lines) {
            if (ink.oneIn(6)) {
                ink.lineComment();
            }
            ink.lineBreak().write(ink.any("", "    ", "\t"));
        }
    }

    private void key() {
        int start = ink.at();
        switch (ink.random.nextInt(4)) {
            case 0 -> templates.quoted(true);
            case 1 -> bracketed("(", ")", "Parenthesised", this::traversal);
            default -> {
                ink.write(ink.any("a", "b-c", "größe", "resource"));
                ink.piece("Name", start);
            }
        }
    }
}
