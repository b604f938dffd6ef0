package dev.plumbline.terraform.source;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Conditionals and the unary and binary operators. */
final class Operators {

    private final Evaluator evaluator;

    Operators(Evaluator evaluator) {
        this.evaluator = evaluator;
    }

    Value conditional(Expression.Conditional expression, Scope scope) {
        Value condition = evaluator.evaluate(expression.condition(), scope);
        if (condition instanceof Value.Unknown unknown) {
            return unknown.from(expression.range());
        }
        Boolean truth = Conversions.toTruth(((Value.Known) condition).data());
        if (truth == null) {
            return Evaluator.unknown(UnknownReason.INVALID, "", expression);
        }
        return evaluator
                .evaluate(truth ? expression.whenTrue() : expression.whenFalse(), scope)
                .from(expression.range());
    }

    Value unary(Expression.Unary expression, Scope scope) {
        Value operand = evaluator.evaluate(expression.operand(), scope);
        if (!(operand instanceof Value.Known known)) {
            return operand.from(expression.range());
        }
        Object result;
        if (expression.operator().equals("!")) {
            Boolean truth = Conversions.toTruth(known.data());
            result = truth == null ? null : (Object) !truth;
        } else {
            BigDecimal number = Conversions.toNumber(known.data());
            result = number == null ? null : number.negate();
        }
        return result(result, expression, List.of(operand));
    }

    Value binary(Expression.Binary expression, Scope scope) {
        Value left = evaluator.evaluate(expression.left(), scope);
        Value right = evaluator.evaluate(expression.right(), scope);
        if (left instanceof Value.Unknown unknown) {
            return unknown.from(expression.range());
        }
        if (right instanceof Value.Unknown unknown) {
            return unknown.from(expression.range());
        }
        Object a = ((Value.Known) left).data();
        Object b = ((Value.Known) right).data();
        Object result =
                switch (expression.operator()) {
                    case "==" -> equal(a, b);
                    case "!=" -> {
                        Boolean same = equal(a, b);
                        yield same == null ? null : !same;
                    }
                    case "&&", "||" -> logic(expression.operator(), a, b);
                    default -> arithmetic(expression.operator(), a, b);
                };
        return result(result, expression, List.of(left, right));
    }

    private static @Nullable Boolean equal(@Nullable Object a, @Nullable Object b) {
        boolean known = Conversions.isWhollyKnown(a) && Conversions.isWhollyKnown(b);
        return known ? Conversions.same(a, b) : null;
    }

    private static @Nullable Object logic(String operator, @Nullable Object a, @Nullable Object b) {
        Boolean left = Conversions.toTruth(a);
        Boolean right = Conversions.toTruth(b);
        if (left == null || right == null) {
            return null;
        }
        return operator.equals("&&") ? (left && right) : (left || right);
    }

    private static @Nullable Object arithmetic(String operator, @Nullable Object a, @Nullable Object b) {
        BigDecimal left = Conversions.toNumber(a);
        BigDecimal right = Conversions.toNumber(b);
        if (left == null || right == null) {
            return null;
        }
        boolean byZero = right.signum() == 0 && (operator.equals("/") || operator.equals("%"));
        if (byZero) {
            return null;
        }
        return switch (operator) {
            case "+" -> left.add(right);
            case "-" -> left.subtract(right);
            case "*" -> left.multiply(right, MathContext.DECIMAL128);
            case "/" -> left.divide(right, new MathContext(40, RoundingMode.HALF_EVEN));
            case "%" -> left.remainder(right, MathContext.UNLIMITED);
            case "<" -> left.compareTo(right) < 0;
            case "<=" -> left.compareTo(right) <= 0;
            case ">" -> left.compareTo(right) > 0;
            case ">=" -> left.compareTo(right) >= 0;
            default -> null;
        };
    }

    private static Value result(@Nullable Object result, Expression at, List<Value> parts) {
        if (result == null) {
            return Evaluator.unknown(UnknownReason.INVALID, "", at);
        }
        return new Value.Known(result, Provenance.of(at.range(), parts));
    }
}
