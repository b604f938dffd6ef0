package dev.plumbline.terminal;

import dev.plumbline.lab.Drill;
import dev.plumbline.text.Line;
import dev.plumbline.text.Tone;
import dev.plumbline.text.Wrap;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** {@code drill} and {@code practice}: onward to another exercise on the same lab, in a copy of the folder. */
final class DrillCommand {
    private DrillCommand() {}

    static void drill(Desk desk, List<String> words) {
        List<Drill> drills = desk.lab().lab().drills();
        if (words.isEmpty()) {
            List<Line> lines = new ArrayList<>(
                    Wrap.at(desk.look().width(), desk.phrases().say(drills.isEmpty() ? "drill.none" : "drill.list")));
            drills.forEach(drill -> lines.add(
                    Line.of("  drill " + drill.id(), Tone.COMMAND).pad(28).plus(drill.title())));
            desk.print(lines);
        } else if (drills.stream().noneMatch(drill -> drill.id().equals(words.get(0)))) {
            String names = String.join(", ", drills.stream().map(Drill::id).toList());
            desk.print(Wrap.at(
                    desk.look().width(), desk.phrases().say("drill.unknown", "name", words.get(0), "names", names)));
        } else if (desk.journal().progress().passed() == null) {
            desk.print(Wrap.at(desk.look().width(), desk.phrases().say("drill.pass-first")));
        } else {
            desk.leave(new Onward.ToDrill(words.get(0)));
        }
    }

    static void practice(Desk desk, List<String> words) {
        String last = words.isEmpty() ? "" : words.get(words.size() - 1);
        long seed = last.matches("\\d{1,9}") ? Long.parseLong(last) : 1 + new Random().nextInt(9999);
        desk.leave(new Onward.ToPractice(seed));
    }
}
