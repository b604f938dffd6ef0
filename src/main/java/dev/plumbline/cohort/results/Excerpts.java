package dev.plumbline.cohort.results;

/** The beginning of a text: its first sentences as far as they are short, on one line. */
final class Excerpts {
    private static final int ENOUGH = 160;

    private Excerpts() {}

    static String of(String text) {
        String line = text.replaceAll("\\s+", " ").strip();
        if (line.length() <= ENOUGH) {
            return line;
        }
        int sentence = line.lastIndexOf(". ", ENOUGH);
        if (sentence > ENOUGH / 3) {
            return line.substring(0, sentence + 1);
        }
        int word = line.lastIndexOf(' ', ENOUGH);
        return line.substring(0, word > 0 ? word : ENOUGH) + " …";
    }
}
