package dev.plumbline.terraform.source;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The arguments of a call by type; a wrong one makes the call invalid. */
final class Arguments {

    /** Terraform would refuse the arguments. Ordinary, so without a stack trace. */
    static final class Refused extends RuntimeException {
        Refused() {
            super("refused", null, false, false);
        }
    }

    private final List<@Nullable Object> data;

    Arguments(List<@Nullable Object> data) {
        this.data = data;
    }

    int count() {
        return data.size();
    }

    List<@Nullable Object> all() {
        return data;
    }

    @Nullable
    Object any(int index) {
        if (index >= data.size()) {
            throw new Refused();
        }
        return data.get(index);
    }

    String text(int index) {
        String text = Conversions.toText(any(index));
        if (text == null) {
            throw new Refused();
        }
        return text;
    }

    BigDecimal number(int index) {
        BigDecimal number = Conversions.toNumber(any(index));
        if (number == null) {
            throw new Refused();
        }
        return number;
    }

    int whole(int index) {
        BigDecimal number = number(index);
        if (number.stripTrailingZeros().scale() > 0 || number.abs().compareTo(BigDecimal.valueOf(1_000_000)) > 0) {
            throw new Refused();
        }
        return number.intValue();
    }

    List<?> list(int index) {
        if (any(index) instanceof List<?> list) {
            return list;
        }
        throw new Refused();
    }

    Map<?, ?> map(int index) {
        if (any(index) instanceof Map<?, ?> map) {
            return map;
        }
        throw new Refused();
    }

    static String textOf(@Nullable Object element) {
        String text = Conversions.toText(element);
        if (text == null) {
            throw new Refused();
        }
        return text;
    }
}
