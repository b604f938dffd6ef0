package dev.plumbline.terminal;

import dev.plumbline.lab.Drill;
import dev.plumbline.text.Line;
import dev.plumbline.text.Tone;
import dev.plumbline.text.Wrap;
import dev.plumbline.workspace.JournalEntry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** {@code hint} in a drill: the drill's own ladder, one rung further each time. */
final class DrillHint {
    private DrillHint() {}

    static void give(Desk desk, Drill drill) {
        String key = "drill " + drill.id();
        int shown = desk.journal().progress().hints().getOrDefault(key, 0);
        int rung = Math.min(shown + 1, drill.hints().size());
        if (rung == 0) {
            desk.say(desk.phrases().say("hint.none"));
            return;
        }
        int width = Math.min(desk.look().width(), 80);
        List<Line> out = new ArrayList<>();
        out.add(Line.of(drill.title(), Tone.STRONG)
                .plus(
                        "  "
                                + desk.phrases()
                                        .say(
                                                "hint.rung",
                                                "rung",
                                                rung,
                                                "of",
                                                drill.hints().size()),
                        Tone.MUTED));
        String words = ReadingCommands.text(desk.lab()).render(drill.hints().get(rung - 1));
        Wrap.at(width - 2, words).forEach(line -> out.add(line.indent(2)));
        if (rung < drill.hints().size()) {
            out.add(Line.of(desk.phrases().say("hint.more"), Tone.MUTED));
        }
        desk.print(out);
        if (rung > shown) {
            desk.journal().add(new JournalEntry.Hinted(Instant.now(), key, rung));
        }
    }
}
