package dev.plumbline.terraform.source;

import java.util.Random;

/** What a slip of the finger, an interrupted copy or a wrong encoding makes of a text. */
final class Damage {
    private static final String SIGNS = "{}[]()\"=,.:$%~<#/*-!?&|'; \n\t\r\\0a\u0000\u00A0\u201C\uFEFF";

    private Damage() {}

    /** The text with one damage, or now and then two. */
    static String one(String text, Random random) {
        if (text.length() < 3) {
            return text;
        }
        int at = random.nextInt(text.length() - 1);
        String before = text.substring(0, at);
        String after = text.substring(at + 1);
        char c = text.charAt(at);
        return switch (random.nextInt(6)) {
            case 0 -> before;
            case 1 -> before + after;
            case 2 -> before + c + c + after;
            case 3 -> before + after.charAt(0) + c + after.substring(1);
            case 4 -> before + SIGNS.charAt(random.nextInt(SIGNS.length())) + c + after;
            default -> one(one(text, random), random);
        };
    }

    static byte[] noise(Random random) {
        byte[] bytes = new byte[random.nextInt(3000)];
        random.nextBytes(bytes);
        return bytes;
    }
}
