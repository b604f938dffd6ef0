package dev.plumbline.authoring.mutation;

import java.util.ArrayList;
import java.util.List;

/** Signs lost or mistaken: braces, quotes, equals signs. */
final class SyntaxMutations {
    /** Of the many quotes of a long file, so many from its beginning are enough. */
    private static final int MOST_OF_A_KIND = 6;

    private SyntaxMutations() {}

    static List<Rewriting> of(Code code) {
        List<Rewriting> all = new ArrayList<>();
        for (String sign : List.of("{", "}", "\"", "=")) {
            List<Integer> places = places(code.text(), sign.charAt(0));
            for (int i = 0; i < Math.min(places.size(), MOST_OF_A_KIND); i++) {
                all.add(new Rewriting(
                        "sign-lost/" + name(sign) + "#" + (i + 1),
                        "",
                        new StringBuilder(code.text())
                                .deleteCharAt(places.get(i))
                                .toString()));
            }
        }
        String text = code.text();
        all.add(new Rewriting("colons/=", "", text.replace(" = ", ": ")));
        all.add(new Rewriting("double-equals/=", "", text.replace(" = ", " == ")));
        all.add(new Rewriting("curly-quotes/\"", "", text.replaceAll("\"([^\"]*)\"", "“$1”")));
        all.add(new Rewriting("single-quotes/\"", "", text.replace('"', '\'')));
        all.add(new Rewriting("round-braces/{", "", text.replace('{', '(').replace('}', ')')));
        all.add(new Rewriting("comment-never-closed/file", "", "/* the stream\n" + text));
        all.add(new Rewriting("all-commented-out/file", "", "/*\n" + text + "*/\n"));
        all.add(new Rewriting("stray-word/file", "", text + "\nterraform apply\n"));
        all.add(new Rewriting("markdown-fence/file", "", "```hcl\n" + text + "```\n"));
        return all;
    }

    private static String name(String sign) {
        return switch (sign) {
            case "{" -> "opening-brace";
            case "}" -> "closing-brace";
            case "\"" -> "quote";
            default -> "equals";
        };
    }

    /** Where a sign stands in code, comments left out. */
    private static List<Integer> places(String text, char sign) {
        List<Integer> places = new ArrayList<>();
        boolean comment = false;
        for (int i = 0; i < text.length(); i++) {
            char here = text.charAt(i);
            comment = here == '#' || (comment && here != '\n');
            if (here == sign && !comment) {
                places.add(i);
            }
        }
        return places;
    }
}
