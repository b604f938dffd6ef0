package dev.plumbline.terminal;

import dev.plumbline.coaching.Explainer;
import dev.plumbline.text.Hcl;
import dev.plumbline.text.Line;
import dev.plumbline.text.Look;
import dev.plumbline.text.Phrases;
import dev.plumbline.text.Tone;
import dev.plumbline.text.Wrap;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** {@code explain}: the learner's own file, line by line, from the catalogue of arguments. */
final class ExplainCommand {
    private static final int MOST_BYTES = 200_000;

    private ExplainCommand() {}

    static void run(Desk desk, List<String> words) {
        String name = desk.lab().lab().rules().codeFile();
        Path file = desk.lab().workspace().resolve(name);
        try {
            if (!Files.isRegularFile(file) || Files.size(file) > MOST_BYTES) {
                desk.say(desk.phrases().say("explain.no-file", "file", name));
                return;
            }
            List<Explainer.Line> explained = Explainer.of(home(desk)).explain(name, Files.readAllBytes(file));
            desk.page(lines(explained, desk.phrases(), desk.look()));
        } catch (IOException unreadable) {
            desk.say(desk.phrases().say("explain.no-file", "file", name));
        }
    }

    /** {@code content/<lab>} lies two folders below the installation. */
    static Path home(Desk desk) {
        return desk.lab().lab().contentDirectory().resolve("..").resolve("..").normalize();
    }

    static List<Line> lines(List<Explainer.Line> explained, Phrases phrases, Look look) {
        List<Line> out = new ArrayList<>();
        if (explained.isEmpty()) {
            out.add(Line.of(phrases.say("explain.empty")));
        }
        int width = Math.min(look.width(), 80);
        for (Explainer.Line line : explained) {
            if (line.depth() == 0 && !out.isEmpty()) {
                out.add(Line.EMPTY);
            }
            out.add(Line.of(String.format("%4d  ", line.line()), Tone.MUTED)
                    .plus(Hcl.highlight(line.code()))
                    .clip(width));
            Explainer.Entry entry = line.entry();
            int indent = 8 + 2 * line.depth();
            if (entry == null) {
                out.addAll(text(phrases.say("explain.unknown", "name", line.name()), Tone.WAITING, indent, width));
            } else {
                out.addAll(text(entry.does(), Tone.PLAIN, indent, width));
                if (!entry.omitted().isBlank()) {
                    out.addAll(
                            text(phrases.say("explain.omitted", "what", entry.omitted()), Tone.MUTED, indent, width));
                }
            }
        }
        return out;
    }

    private static List<Line> text(String words, Tone tone, int indent, int width) {
        return Wrap.at(width - indent, Line.of(words, tone)).stream()
                .map(line -> line.indent(indent))
                .toList();
    }
}
