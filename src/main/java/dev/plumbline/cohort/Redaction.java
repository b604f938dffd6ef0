package dev.plumbline.cohort;

import java.util.Set;
import java.util.regex.Pattern;

/** Takes credentials out of what is written: those that the code spells out, and whatever looks like an AWS access key. */
final class Redaction {
    private static final Pattern ACCESS_KEY = Pattern.compile("\\b(?:AKIA|ASIA)[A-Z0-9]{16}\\b");
    private static final String MARK = "(a credential, left out)";

    private final Set<String> secrets;

    Redaction(Set<String> secrets) {
        this.secrets = secrets;
    }

    String of(String text) {
        String clean = text;
        for (String secret : secrets) {
            clean = clean.replace(secret, MARK);
        }
        return ACCESS_KEY.matcher(clean).replaceAll(MARK);
    }
}
