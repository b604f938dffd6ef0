package dev.plumbline.cohort.vetting;

import dev.plumbline.terraform.source.Argument;
import dev.plumbline.terraform.source.Block;
import dev.plumbline.terraform.source.UnknownReason;
import dev.plumbline.terraform.source.Value;
import java.math.BigDecimal;
import java.util.Set;

/** Resources in numbers that no exercise needs: the machine would be busy with them alone. */
final class CountRule implements Rule {
    private static final int MOST = 50;
    private static final Set<String> REPEATED = Set.of("resource", "data", "module", "ephemeral", "import");

    @Override
    public void look(CodeFolder code, Found found) {
        for (Block block : code.allBlocks()) {
            if (REPEATED.contains(block.type())) {
                block.body().argument("count").ifPresent(count -> count(code, count, found));
                block.body().argument("for_each").ifPresent(each -> each(code, each, found));
            }
        }
    }

    private static void count(CodeFolder code, Argument count, Found found) {
        Value value = code.evaluator().evaluate(count.value());
        boolean many = isTooLarge(value)
                || (value instanceof Value.Known known
                        && known.data() instanceof BigDecimal number
                        && number.compareTo(BigDecimal.valueOf(MOST)) > 0);
        if (many) {
            found.object(count.range(), "it asks for more than " + MOST + " of a kind");
        }
    }

    private static void each(CodeFolder code, Argument each, Found found) {
        Value value = code.evaluator().evaluate(each.value());
        boolean many = isTooLarge(value)
                || value.elements().size() > MOST
                || (value instanceof Value.Known known
                        && known.data() instanceof java.util.Map<?, ?> map
                        && map.size() > MOST);
        if (many) {
            found.object(each.range(), "it asks for more than " + MOST + " of a kind");
        }
    }

    private static boolean isTooLarge(Value value) {
        return value instanceof Value.Unknown unknown && unknown.reason() == UnknownReason.TOO_LARGE;
    }
}
