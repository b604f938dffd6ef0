package dev.plumbline.terraform.source;

/** Writes right texts in quotes and heredocs, with everything that may stand in them. */
final class TemplateWriter {
    private final Ink ink;
    private final ExpressionWriter expressions;

    TemplateWriter(Ink ink, ExpressionWriter expressions) {
        this.ink = ink;
        this.expressions = expressions;
    }

    void quoted(boolean plain) {
        int start = ink.at();
        ink.write("\"");
        for (int more = ink.random.nextInt(4); more > 0; more--) {
            part(plain ? 0 : ink.random.nextInt(6), false);
        }
        ink.write("\"");
        ink.piece("Template", start);
    }

    /** The line break behind its end is the caller's. */
    void heredoc() {
        int start = ink.at();
        String marker = ink.any("EOT", "E-1", "ENDE_Ü");
        ink.write(ink.any("<<", "<<-")).write(marker).lineBreak();
        for (int more = ink.random.nextInt(5); more > 0; more--) {
            ink.write(ink.any("", "  ", "\t"));
            part(ink.random.nextInt(6), true);
            ink.lineBreak();
        }
        ink.write(ink.any("", "  ", "\t")).write(marker);
        ink.piece("Template", start);
    }

    private void part(int kind, boolean heredoc) {
        int start = ink.at();
        switch (kind) {
            case 3 -> {
                sequence("$", expressions::expression);
                ink.piece("Interpolation", start);
            }
            case 4 -> {
                sequence(
                        "%",
                        () -> {
                            ink.write("if ");
                            expressions.operand();
                        });
                text(heredoc);
                if (ink.oneIn(2)) {
                    sequence("%", () -> ink.write("else"));
                    text(heredoc);
                }
                sequence("%", () -> ink.write("endif"));
                ink.piece("If", start);
            }
            case 5 -> {
                sequence(
                        "%",
                        () -> {
                            ink.write("for ").write(ink.any("x", "k, v")).write(" in ");
                            expressions.operand();
                        });
                text(heredoc);
                sequence("%", () -> ink.write("endfor"));
                ink.piece("Loop", start);
            }
            default -> text(heredoc);
        }
    }

    private void sequence(String sign, Runnable inside) {
        ink.write(sign).write("{").write(ink.any("", "~"));
        expressions.acrossLines(() -> {
            ink.gap();
            inside.run();
            ink.gap();
        });
        ink.write(ink.any("", "~")).write("}");
    }

    private void text(boolean heredoc) {
        ink.write(
                heredoc
                        ? ink.any("line", "\"quoted\" ", "\\n stays ", "$${no} ", "EOT and more", "50 % $ ", "ключ 😀")
                        : ink.any(
                                "text",
                                "\\n\\t\\r",
                                "\\\" ",
                                "\\\\",
                                "\\u00e9",
                                "\\U0001F600",
                                "$${no}",
                                "%%{no}",
                                "50 % $ ",
                                "Größe",
                                "ストリーム",
                                "ключ 😀",
                                "# no comment",
                                "'single'",
                                "/* no */"));
    }
}
