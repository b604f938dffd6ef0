package dev.plumbline.bench;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;

/** Figures as JSON: the dots of a name become objects, so {@code list.medianMs} is {@code {"list":{"medianMs":…}}}. */
public final class FiguresJson {
    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    private FiguresJson() {}

    /** The figures of one benchmark. */
    public static String write(Figures figures) {
        return text(tree(figures));
    }

    /** Those of several, each under its benchmark's name. */
    public static String write(Map<String, Figures> all) {
        ObjectNode root = JSON.createObjectNode();
        all.forEach((name, figures) -> root.set(name, tree(figures)));
        return text(root);
    }

    private static ObjectNode tree(Figures figures) {
        ObjectNode root = JSON.createObjectNode();
        for (Figures.Figure figure : figures.all()) {
            ObjectNode at = root;
            String[] steps = figure.name().split("\\.", -1);
            for (int i = 0; i < steps.length - 1; i++) {
                at = at.withObject("/" + steps[i]);
            }
            at.put(steps[steps.length - 1], plain(figure.value()));
        }
        return root;
    }

    private static BigDecimal plain(double value) {
        BigDecimal rounded =
                BigDecimal.valueOf(value).setScale(3, RoundingMode.HALF_UP).stripTrailingZeros();
        return rounded.scale() < 0 ? rounded.setScale(0) : rounded;
    }

    private static String text(ObjectNode root) {
        try {
            return JSON.writeValueAsString(root) + "\n";
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("a tree of plain numbers is always writable", impossible);
        }
    }
}
