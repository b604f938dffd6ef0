package dev.plumbline.terraform.source;

import java.math.BigDecimal;

/** References as text. */
final class Traversals {

    private Traversals() {}

    /** The reference as Terraform prints addresses, or an empty text for an expression that is none. */
    static String text(Expression expression) {
        StringBuilder text = new StringBuilder();
        return append(expression, text) ? text.toString() : "";
    }

    private static boolean append(Expression expression, StringBuilder text) {
        if (expression instanceof Expression.Name name) {
            text.append(name.name());
            return true;
        }
        if (expression instanceof Expression.Template template) {
            // Old configurations and JSON quote references.
            String plain = template.plainText();
            text.append(plain == null ? "" : plain);
            return plain != null;
        }
        if (expression instanceof Expression.Attribute attribute) {
            boolean good = append(attribute.target(), text);
            text.append('.').append(attribute.name());
            return good;
        }
        if (expression instanceof Expression.Index index && append(index.target(), text)) {
            return appendKey(index.key(), text);
        }
        return false;
    }

    private static boolean appendKey(Expression key, StringBuilder text) {
        if (key instanceof Expression.Literal literal && literal.value() instanceof BigDecimal number) {
            text.append('[').append(number.toPlainString()).append(']');
            return true;
        }
        if (key instanceof Expression.Template template && template.plainText() != null) {
            text.append("[\"").append(template.plainText()).append("\"]");
            return true;
        }
        return false;
    }
}
