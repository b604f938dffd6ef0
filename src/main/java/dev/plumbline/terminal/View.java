package dev.plumbline.terminal;

import dev.plumbline.text.Line;
import dev.plumbline.text.Phrases;
import java.util.List;

/** What may stand below the prompt, fitted to the window. */
public interface View {
    /** The lines for a window of that size, none wider than it; few enough to leave room for the prompt. */
    List<Line> lines(Phrases phrases, int width, int rows);
}
