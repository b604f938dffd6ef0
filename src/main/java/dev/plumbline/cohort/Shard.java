package dev.plumbline.cohort;

import java.math.BigInteger;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A part of the submissions, chosen by their content, so that the same one is always in the same part.
 *
 * @param index from 1
 * @param count how many parts there are
 */
public record Shard(int index, int count) {
    /** All of them. */
    public static final Shard WHOLE = new Shard(1, 1);

    private static final Pattern FORM = Pattern.compile("(\\d{1,5})/(\\d{1,5})");

    /** Reads {@code 2/5}; empty where it is no part of anything. */
    public static Optional<Shard> parse(String text) {
        Matcher form = FORM.matcher(text.strip());
        if (!form.matches()) {
            return Optional.empty();
        }
        Shard shard = new Shard(Integer.parseInt(form.group(1)), Integer.parseInt(form.group(2)));
        return shard.index >= 1 && shard.index <= shard.count ? Optional.of(shard) : Optional.empty();
    }

    /** Whether a submission belongs to this part. */
    public boolean has(Entry entry) {
        return new BigInteger(entry.sha256(), 16).mod(BigInteger.valueOf(count)).intValue() == index - 1;
    }
}
