package dev.plumbline.text;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Gives the words of one line of HCL their tones. It looks at the line alone and judges nothing: half-typed code is
 * coloured as far as it makes sense.
 */
public final class Hcl {
    private static final Pattern TOKEN = Pattern.compile("(?<comment>#.*|//.*|/\\*.*)"
            + "|(?<string>\"(?:[^\"\\\\]|\\\\.)*\"?)"
            + "|(?<name>[A-Za-z_][A-Za-z0-9_-]*)(?=\\s*=(?!=))"
            + "|(?<keyword>\\b(?:terraform|provider|resource|data|variable|output|locals|module|import|moved"
            + "|removed|check|lifecycle|dynamic|for_each|for|in|if|null)\\b)"
            + "|(?<literal>\\b(?:true|false|\\d+(?:\\.\\d+)?)\\b)"
            + "|(?<word>[A-Za-z_][A-Za-z0-9_-]*)");

    private Hcl() {}

    /** One line of code with tones. */
    public static Line highlight(String code) {
        Line out = Line.EMPTY;
        Matcher matcher = TOKEN.matcher(code);
        int at = 0;
        while (matcher.find()) {
            out = out.plus(code.substring(at, matcher.start())).plus(matcher.group(), tone(matcher));
            at = matcher.end();
        }
        return out.plus(code.substring(at));
    }

    private static Tone tone(Matcher matcher) {
        if (matcher.group("comment") != null) {
            return Tone.MUTED;
        }
        if (matcher.group("string") != null) {
            return Tone.STRING;
        }
        if (matcher.group("name") != null) {
            return Tone.NAME;
        }
        if (matcher.group("keyword") != null) {
            return Tone.KEYWORD;
        }
        return matcher.group("literal") != null ? Tone.LITERAL : Tone.PLAIN;
    }
}
