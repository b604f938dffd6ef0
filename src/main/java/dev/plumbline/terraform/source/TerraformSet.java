package dev.plumbline.terraform.source;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** A set: a list without order whose elements differ, kept in Terraform's order of texts and numbers. */
final class TerraformSet extends ArrayList<@Nullable Object> {

    TerraformSet(Collection<?> elements) {
        for (Object element : elements) {
            if (stream().noneMatch(present -> Conversions.same(present, element))) {
                add(element);
            }
        }
        if (stream().allMatch(String.class::isInstance)) {
            sort((a, b) -> String.valueOf(a).compareTo(String.valueOf(b)));
        } else if (stream().allMatch(BigDecimal.class::isInstance)) {
            sort((a, b) -> a instanceof BigDecimal one && b instanceof BigDecimal other ? one.compareTo(other) : 0);
        }
    }
}
