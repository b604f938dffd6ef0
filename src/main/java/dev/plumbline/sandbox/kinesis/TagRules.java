package dev.plumbline.sandbox.kinesis;

import java.util.Collection;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * What a tag may be: letters, digits, white space and {@code _ . : / = + - % @}; not beginning with {@code aws:}; fifty
 * to a resource.
 *
 * @see <a href="https://docs.aws.amazon.com/streams/latest/dev/tagging.html">Tag restrictions</a>
 */
final class TagRules {
    private static final Pattern ALLOWED = Pattern.compile("[\\p{L}\\p{Z}\\p{N}_.:/=+\\-@%]*");

    private TagRules() {}

    /** The tags with some added or changed. */
    static Map<String, String> accept(Map<String, String> present, Map<String, String> more) {
        more.forEach((key, value) -> {
            check(key);
            check(value);
            if (key.startsWith("aws:")) {
                throw Errors.argument("Tag keys that begin with aws: are reserved for AWS.");
            }
        });
        Map<String, String> all = new TreeMap<>(present);
        all.putAll(more);
        if (all.size() > Quotas.TAGS) {
            throw Errors.argument("A given stream cannot have more than " + Quotas.TAGS + " tags associated with it.");
        }
        return all;
    }

    /** The tags without some. */
    static Map<String, String> without(Map<String, String> present, Collection<String> keys) {
        keys.forEach(TagRules::check);
        Map<String, String> rest = new TreeMap<>(present);
        rest.keySet().removeAll(keys);
        return rest;
    }

    private static void check(String text) {
        if (!ALLOWED.matcher(text).matches()) {
            throw Errors.argument("Some tags contain invalid characters. Valid characters: "
                    + "Unicode letters, digits, white space, _ . : / = + - % @.");
        }
    }
}
