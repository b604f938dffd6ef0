package dev.plumbline.bench;

import java.util.Arrays;
import java.util.Locale;

/** Repeated measurements of one thing. Milliseconds, unless who makes them says otherwise. */
public final class Samples {
    private final double[] sorted;

    private Samples(double[] values) {
        sorted = values.clone();
        Arrays.sort(sorted);
    }

    /**
     * Of these values.
     *
     * @throws IllegalArgumentException if there is none
     */
    public static Samples of(double... values) {
        if (values.length == 0) {
            throw new IllegalArgumentException("no samples");
        }
        return new Samples(values);
    }

    /** The middle one; between the middle two where their number is even. */
    public double median() {
        int middle = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    /** The smallest. */
    public double least() {
        return sorted[0];
    }

    /** The largest. */
    public double most() {
        return sorted[sorted.length - 1];
    }

    /** How many there are. */
    public int count() {
        return sorted.length;
    }

    /** Median and spread in words: {@code 412 ms (398 to 450, 11 rounds)}. */
    public String words() {
        return String.format(
                Locale.ROOT, "%s ms (%s to %s, %d rounds)", number(median()), number(least()), number(most()), count());
    }

    private static String number(double value) {
        return value < 10 ? String.format(Locale.ROOT, "%.1f", value) : String.format(Locale.ROOT, "%.0f", value);
    }
}
