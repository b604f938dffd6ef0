package dev.plumbline.terraform.source;

import java.util.ArrayList;
import java.util.List;

/** The indentation that {@code <<-} takes away: the smallest of all lines that hold anything. */
final class Indentation {

    private Indentation() {}

    /** The parts without it. Each literal part is at most one line. */
    static List<TemplatePart> remove(List<TemplatePart> parts) {
        int smallest = Integer.MAX_VALUE;
        boolean lineStart = true;
        for (TemplatePart part : parts) {
            boolean text = part instanceof TemplatePart.Text;
            if (lineStart) {
                String line = part instanceof TemplatePart.Text literal ? literal.text() : "";
                if (!line.isBlank() || !line.endsWith("\n")) {
                    smallest = Math.min(smallest, indent(line));
                }
            }
            lineStart = text && ((TemplatePart.Text) part).text().endsWith("\n");
        }
        if (smallest == 0 || smallest == Integer.MAX_VALUE) {
            return parts;
        }
        List<TemplatePart> shifted = new ArrayList<>();
        lineStart = true;
        for (TemplatePart part : parts) {
            if (part instanceof TemplatePart.Text literal) {
                String text = literal.text();
                int cut = lineStart ? Math.min(smallest, indent(text)) : 0;
                shifted.add(new TemplatePart.Text(text.substring(cut), literal.range()));
                lineStart = text.endsWith("\n");
            } else {
                shifted.add(part);
                lineStart = false;
            }
        }
        return shifted;
    }

    private static int indent(String line) {
        int count = 0;
        while (count < line.length() && (line.charAt(count) == ' ' || line.charAt(count) == '\t')) {
            count++;
        }
        return count;
    }
}
