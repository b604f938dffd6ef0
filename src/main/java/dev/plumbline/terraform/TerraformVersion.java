package dev.plumbline.terraform;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A version of Terraform, ordered by its numbers. */
public record TerraformVersion(int major, int minor, int patch, String text) implements Comparable<TerraformVersion> {
    /**
     * The oldest version that works here: {@code removed} blocks and the JSON of plans with {@code applyable} came with
     * 1.7; older ones were never tried.
     */
    public static final TerraformVersion OLDEST = new TerraformVersion(1, 7, 0, "1.7.0");

    private static final Pattern NUMBERS = Pattern.compile("(\\d{1,6})\\.(\\d{1,6})\\.(\\d{1,6}).*");

    private static final Pattern ANNOUNCED = Pattern.compile("Terraform v(\\d{1,4}\\.\\d{1,4}\\.\\d{1,4}\\S{0,32})");

    /** The version in {@code Terraform v0.12.31}, the words of {@code terraform version} without {@code -json}. */
    static TerraformVersion announced(String words) {
        Matcher found = ANNOUNCED.matcher(words);
        return parse(found.find() ? found.group(1) : "");
    }

    /** Whether there was anything to read. */
    public boolean isKnown() {
        return major + minor + patch > 0;
    }

    /** Reads {@code 1.11.4} or {@code 1.13.0-beta1}; anything unreadable is 0.0.0. */
    public static TerraformVersion parse(String text) {
        Matcher numbers = NUMBERS.matcher(text);
        if (!numbers.matches() || text.length() > 64) {
            return new TerraformVersion(0, 0, 0, text);
        }
        return new TerraformVersion(
                Integer.parseInt(numbers.group(1)),
                Integer.parseInt(numbers.group(2)),
                Integer.parseInt(numbers.group(3)),
                text);
    }

    @Override
    public int compareTo(TerraformVersion other) {
        int byMajor = Integer.compare(major, other.major);
        int byMinor = Integer.compare(minor, other.minor);
        return byMajor != 0 ? byMajor : byMinor != 0 ? byMinor : Integer.compare(patch, other.patch);
    }
}
