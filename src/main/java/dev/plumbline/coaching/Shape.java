package dev.plumbline.coaching;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * What may stand in a block of one kind, as far as the coach has to know it: the provider's schema (aws 5.100) and the
 * words people bring from elsewhere. Terraform's own validation has the last word.
 *
 * @param version the version of the provider this was written for; empty where another entry says it
 * @param required arguments that have to be there
 * @param computed attributes that can be read and not set
 * @param nested the main argument of a nested block, by the block's name
 * @param synonyms what an argument is called elsewhere, to what it is called here
 * @param modeWords arguments by which people try to set the capacity mode
 * @param origins where such a word comes from
 * @param blockSynonyms what a nested block is called elsewhere, to what it is called here
 */
record Shape(
        String version,
        List<String> required,
        Set<String> arguments,
        Set<String> blocks,
        Set<String> computed,
        Set<String> maps,
        Set<String> numbers,
        Set<String> booleans,
        Set<String> lists,
        Map<String, String> nested,
        Map<String, String> synonyms,
        Set<String> modeWords,
        Map<String, String> origins,
        Map<String, String> blockSynonyms) {

    /** Arguments that every resource may have. */
    static final Set<String> META_ARGUMENTS = Set.of("count", "for_each", "provider", "depends_on");

    /** Blocks that every resource may have. */
    static final Set<String> META_BLOCKS = Set.of("lifecycle", "provisioner", "connection", "dynamic");

    /** Every argument that may be written. */
    Set<String> allArguments() {
        Set<String> all = new TreeSet<>(arguments);
        all.addAll(META_ARGUMENTS);
        return all;
    }
}
