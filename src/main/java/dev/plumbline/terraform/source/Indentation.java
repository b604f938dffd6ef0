package dev.plumbline.terraform.source;

import java.util.ArrayList;
import java.util.List;

/**
 * The indentation that {@code <<-} takes away: the smallest of all lines that hold anything, those inside of control
 * sequences too. Blank lines stay as they are. Each literal part is at most one line.
 */
final class Indentation {
    private int smallest = Integer.MAX_VALUE;
    private boolean lineStart = true;

    private Indentation() {}

    /** The parts without it. */
    static List<TemplatePart> remove(List<TemplatePart> parts) {
        Indentation indentation = new Indentation();
        indentation.measure(parts);
        indentation.lineStart = true;
        boolean none = indentation.smallest == 0 || indentation.smallest == Integer.MAX_VALUE;
        return none ? parts : indentation.shifted(parts);
    }

    private void measure(List<TemplatePart> parts) {
        for (TemplatePart part : parts) {
            if (part instanceof TemplatePart.Text literal) {
                if (lineStart && holdsAnything(literal)) {
                    smallest = Math.min(smallest, indent(literal.text()));
                }
                lineStart = literal.text().endsWith("\n");
                continue;
            }
            sequence();
            if (part instanceof TemplatePart.If choice) {
                measure(choice.then());
                sequence();
                measure(choice.otherwise());
                sequence();
            } else if (part instanceof TemplatePart.Loop loop) {
                measure(loop.body());
                sequence();
            }
        }
    }

    /** A sequence at the very start of a line: there is no indentation. */
    private void sequence() {
        if (lineStart) {
            smallest = 0;
        }
        lineStart = false;
    }

    private List<TemplatePart> shifted(List<TemplatePart> parts) {
        List<TemplatePart> shifted = new ArrayList<>();
        for (TemplatePart part : parts) {
            if (part instanceof TemplatePart.Text literal) {
                int cut = lineStart && holdsAnything(literal) ? smallest : 0;
                shifted.add(new TemplatePart.Text(literal.text().substring(cut), literal.range()));
                lineStart = literal.text().endsWith("\n");
                continue;
            }
            lineStart = false;
            if (part instanceof TemplatePart.If choice) {
                List<TemplatePart> then = shifted(choice.then());
                lineStart = false;
                shifted.add(new TemplatePart.If(choice.condition(), then, shifted(choice.otherwise()), choice.range()));
            } else if (part instanceof TemplatePart.Loop loop) {
                shifted.add(new TemplatePart.Loop(
                        loop.keyName(), loop.valueName(), loop.collection(), shifted(loop.body()), loop.range()));
            } else {
                shifted.add(part);
            }
            lineStart = false;
        }
        return shifted;
    }

    private static boolean holdsAnything(TemplatePart.Text literal) {
        return !literal.text().isBlank() || !literal.text().endsWith("\n");
    }

    private static int indent(String line) {
        int count = 0;
        while (count < line.length() && (line.charAt(count) == ' ' || line.charAt(count) == '\t')) {
            count++;
        }
        return count;
    }
}
