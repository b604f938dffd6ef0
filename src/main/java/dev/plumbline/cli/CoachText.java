package dev.plumbline.cli;

import dev.plumbline.grading.Diagnosis;
import dev.plumbline.grading.Finding;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.List;

/** What the coach says, as plain lines. */
final class CoachText {
    private static final int WIDTH = 78;

    private CoachText() {}

    static void diagnosis(Diagnosis diagnosis, Invocation again, PrintWriter out) {
        Finding.Place place = diagnosis.place();
        out.println(diagnosis.title() + (place == null ? "" : " (" + place.file() + ", line " + place.line() + ")"));
        wrapped(again.complete(diagnosis.explanation()), "  ").forEach(out::println);
        String command = diagnosis.command();
        if (command != null) {
            out.println();
            out.println("  What to run: " + again.complete(command));
        }
    }

    /** The text in lines that fit, each after the same blanks. */
    static List<String> wrapped(String text, String indent) {
        List<String> lines = new ArrayList<>();
        StringBuilder line = new StringBuilder(indent);
        for (String word : text.split(" ", -1)) {
            if (line.length() > indent.length() && line.length() + 1 + word.length() > WIDTH) {
                lines.add(line.toString());
                line = new StringBuilder(indent);
            }
            line.append(line.length() > indent.length() ? " " : "").append(word);
        }
        lines.add(line.toString());
        return lines;
    }
}
