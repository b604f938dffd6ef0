package dev.plumbline.bench;

import java.util.List;

/**
 * What one benchmark found.
 *
 * @param all in the order in which they are printed
 */
public record Figures(List<Figure> all) {
    public Figures {
        all = List.copyOf(all);
    }

    /** These, in this order. */
    public static Figures of(Figure... all) {
        return new Figures(List.of(all));
    }

    /**
     * One number.
     *
     * @param name its dotted name in JSON, such as {@code list.medianMs}
     * @param value the number; milliseconds where the name ends in {@code Ms}
     * @param says what it means, for people
     */
    public record Figure(String name, double value, String says) {
        /** The median of samples in milliseconds, with their spread in the words: {@code name.medianMs}. */
        public static Figure median(String name, Samples samples, String says) {
            return new Figure(name + ".medianMs", samples.median(), says);
        }
    }
}
