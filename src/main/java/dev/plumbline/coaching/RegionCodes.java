package dev.plumbline.coaching;

import java.util.List;
import java.util.Locale;
import java.util.Set;

/** AWS's region codes, as the AWS provider 5.100 knows them (its SDK's partitions), and what people write for them. */
final class RegionCodes {
    private static final Set<String> CODES = Set.of(
            "af-south-1",
            "ap-east-1",
            "ap-east-2",
            "ap-northeast-1",
            "ap-northeast-2",
            "ap-northeast-3",
            "ap-south-1",
            "ap-south-2",
            "ap-southeast-1",
            "ap-southeast-2",
            "ap-southeast-3",
            "ap-southeast-4",
            "ap-southeast-5",
            "ap-southeast-7",
            "ca-central-1",
            "ca-west-1",
            "eu-central-1",
            "eu-central-2",
            "eu-north-1",
            "eu-south-1",
            "eu-south-2",
            "eu-west-1",
            "eu-west-2",
            "eu-west-3",
            "il-central-1",
            "me-central-1",
            "me-south-1",
            "mx-central-1",
            "sa-east-1",
            "us-east-1",
            "us-east-2",
            "us-west-1",
            "us-west-2",
            "cn-north-1",
            "cn-northwest-1",
            "us-gov-east-1",
            "us-gov-west-1",
            "us-iso-east-1",
            "us-iso-west-1",
            "us-isob-east-1");

    private static final List<String> CONSOLE_NAMES = List.of(
            "virginia",
            "ohio",
            "california",
            "oregon",
            "ireland",
            "london",
            "paris",
            "frankfurt",
            "stockholm",
            "milan",
            "tokyo",
            "seoul",
            "osaka",
            "mumbai",
            "singapore",
            "sydney",
            "jakarta",
            "canada",
            "montreal",
            "cape town",
            "hong kong",
            "bahrain",
            "uae",
            "são paulo",
            "sao paulo",
            "zurich",
            "spain");

    private RegionCodes() {}

    /** Whether it is the code of a region. */
    static boolean isCode(String text) {
        return CODES.contains(text);
    }

    /** What is wrong with a text that is no code, in words; empty where there is nothing special to say. */
    static String remark(String text) {
        if (isCode(text.strip())) {
            return "there is a space inside the quotes";
        }
        if (text.matches("[a-z]{2}(-[a-z]+)+-\\d[a-z]") && isCode(text.substring(0, text.length() - 1))) {
            return "the letter at its end makes it an Availability Zone inside the region";
        }
        String lower = text.strip().toLowerCase(Locale.ROOT);
        if (isCode(lower)) {
            return "it is written in lower case";
        }
        if (isCode(lower.replace('_', '-').replace(' ', '-'))) {
            return "between its parts stand dashes";
        }
        return CONSOLE_NAMES.stream().anyMatch(lower::contains) ? "that is the console's name for one" : "";
    }
}
