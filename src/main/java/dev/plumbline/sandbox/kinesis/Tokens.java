package dev.plumbline.sandbox.kinesis;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** Page tokens: opaque to callers, and stateless, so that they outlive a change of the serving process. */
final class Tokens {
    private static final String MARK = "page:";

    private Tokens() {}

    static String seal(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString((MARK + text).getBytes(StandardCharsets.UTF_8));
    }

    static String open(String token) {
        try {
            String text = new String(Base64.getUrlDecoder().decode(token), StandardCharsets.UTF_8);
            if (text.startsWith(MARK)) {
                return text.substring(MARK.length());
            }
        } catch (IllegalArgumentException noToken) {
            throw invalid();
        }
        throw invalid();
    }

    private static RuntimeException invalid() {
        return Errors.argument("NextToken is invalid.");
    }
}
