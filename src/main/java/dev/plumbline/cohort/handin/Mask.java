package dev.plumbline.cohort.handin;

/** What stands in a secret's place: as many characters, so that every line and column stays where it is. */
final class Mask {
    private static final String WORD = "MASKED";

    private Mask() {}

    /** Letters alone: they are valid in a quoted text, in JSON and as an access key. */
    static String of(String secret) {
        int length = secret.codePointCount(0, secret.length());
        return WORD.repeat(length / WORD.length() + 1).substring(0, length);
    }

    /** Whether a text is a mask already. */
    static boolean isOne(String text) {
        return text.equals(of(text));
    }
}
