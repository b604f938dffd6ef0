package dev.plumbline.lab;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Looks over the template tags of a text before it is ever shown; Mustache itself is silent about an unknown variable. */
public final class TextCheck {
    private TextCheck() {}

    /**
     * Everything wrong with the tags of a content file.
     *
     * @param shown the file's name in messages
     */
    public static List<LabProblem> problems(Lab lab, String shown, String text) {
        Set<String> known = new LinkedHashSet<>(new Filler(lab.id(), lab.parameters()).known());
        known.addAll(Filler.OF_A_WORKSPACE);
        List<LabProblem> problems = new ArrayList<>();
        for (Template.Flaw flaw : Template.flaws(text, known)) {
            int line = (int) text.substring(0, flaw.offset())
                            .chars()
                            .filter(c -> c == '\n')
                            .count()
                    + 1;
            int start = text.lastIndexOf('\n', Math.max(0, flaw.offset() - 1)) + 1;
            int column = flaw.offset() < start ? 1 : text.codePointCount(start, flaw.offset()) + 1;
            problems.add(new LabProblem(shown, line, column, flaw.says(), flaw.next()));
        }
        return problems;
    }
}
