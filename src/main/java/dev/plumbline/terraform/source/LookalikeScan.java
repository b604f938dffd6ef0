package dev.plumbline.terraform.source;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Characters that look like ASCII ones and are others, in names and in words of texts that are ASCII otherwise; and
 * characters that cannot be seen. Terraform accepts them.
 */
final class LookalikeScan {

    private static final int MOST = 50;

    /** Cyrillic, Greek and typographic twins; fullwidth forms are computed. */
    private static final Map<Integer, Character> TWINS =
            twins("аaеeоoрpсcуyхxіiјjѕsһhԁdԛqԝwАAВBЕEКKМMНHОOРPСCТTХXУYІIЈJЅSѵvɡgιiοoαaνvΑAΒBΕEΖZΗHΙIΚKΜMΝNΟOΡPΤTΥYΧX"
                    + "‐-‑-‒-–-—-−-﹣-․.ⅼlıi");

    private LookalikeScan() {}

    private static Map<Integer, Character> twins(String pairs) {
        Map<Integer, Character> map = new HashMap<>();
        for (int i = 0; i + 1 < pairs.length(); i += 2) {
            map.put((int) pairs.charAt(i), pairs.charAt(i + 1));
        }
        return Map.copyOf(map);
    }

    static void scan(SourceText source, List<Token> tokens, List<SyntaxTrouble> troubles) {
        int found = 0;
        for (Token token : tokens) {
            boolean looked = token.is(TokenKind.IDENT) || token.is(TokenKind.QUOTED_TEXT);
            if (looked && found < MOST && !isAscii(source.text(), token)) {
                found += scan(source, token, troubles);
            }
        }
    }

    private static boolean isAscii(String text, Token token) {
        for (int i = token.start(); i < token.end(); i++) {
            if (text.charAt(i) > 127) {
                return false;
            }
        }
        return true;
    }

    private static int scan(SourceText source, Token token, List<SyntaxTrouble> troubles) {
        String text = source.text();
        int found = 0;
        for (int i = token.start(); i < token.end() && found < MOST; i++) {
            char c = text.charAt(i);
            if (Characters.isInvisible(c)) {
                String instead = Characters.isWideBlank(c) ? " " : "";
                troubles.add(trouble(source, TroubleKind.HIDDEN_CHARACTER, i, instead));
                found++;
            } else if (twin(c) != 0 && isInAsciiWord(text, token, i)) {
                troubles.add(trouble(source, TroubleKind.LOOKALIKE_CHARACTER, i, String.valueOf(twin(c))));
                found++;
            }
        }
        return found;
    }

    private static SyntaxTrouble trouble(SourceText source, TroubleKind kind, int at, String instead) {
        SourceRange range = source.range(at, at + 1);
        return SyntaxTrouble.of(
                kind, range, Characters.describe(source.text().charAt(at)), new SourceEdit(range, instead));
    }

    private static char twin(char c) {
        if (c >= 0xFF01 && c <= 0xFF5E) {
            return (char) (c - 0xFF01 + '!');
        }
        return TWINS.getOrDefault((int) c, (char) 0);
    }

    /** Whether all other letters of the word are ASCII, and there are some. */
    private static boolean isInAsciiWord(String text, Token token, int at) {
        int from = at;
        int to = at + 1;
        while (from > token.start() && isWord(text.charAt(from - 1))) {
            from--;
        }
        while (to < token.end() && isWord(text.charAt(to))) {
            to++;
        }
        boolean ascii = false;
        for (int i = from; i < to; i++) {
            char c = text.charAt(i);
            if (c > 127 && twin(c) == 0) {
                return false;
            }
            ascii |= Characters.isAsciiLetter(c);
        }
        return ascii;
    }

    private static boolean isWord(char c) {
        return Character.isLetterOrDigit(c) || c == '-' || c == '_' || c == '.' || twin(c) != 0;
    }
}
