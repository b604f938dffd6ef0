package dev.plumbline.terminal;

import dev.plumbline.cloud.Backend;
import dev.plumbline.grading.Report;
import dev.plumbline.grading.Verdict;
import dev.plumbline.lab.Drill;
import dev.plumbline.text.Line;
import dev.plumbline.text.Phrases;
import dev.plumbline.text.Tone;
import dev.plumbline.text.Wrap;
import dev.plumbline.workspace.Progress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;

/** {@code drill} and {@code practice}: onward to another exercise on the same lab, in a folder of its own. */
final class DrillCommand {
    private static final int MOST_DRAWN = 9999;

    private DrillCommand() {}

    static void drill(Desk desk, List<String> words) {
        List<Drill> drills = desk.lab().lab().drills();
        if (desk.lab().exercise() instanceof Exercise.Repair) {
            say(desk, "drill.leave-first");
        } else if (words.isEmpty() || drills.isEmpty()) {
            desk.print(list(
                    drills,
                    desk.journal().progress(),
                    desk.phrases(),
                    desk.look().width()));
        } else if (drills.stream().noneMatch(drill -> drill.id().equals(words.get(0)))) {
            String names = String.join(", ", drills.stream().map(Drill::id).toList());
            desk.say(desk.phrases().say("drill.unknown", "name", words.get(0), "names", names));
        } else if (!passed(desk.report())) {
            say(desk, "drill.pass-first");
        } else if (desk.lab()
                .backend()
                .filter(Backend.Embedded.class::isInstance)
                .isEmpty()) {
            say(desk, "drill.embedded-only");
        } else {
            desk.leave(new Onward.ToDrill(words.get(0)));
        }
    }

    /** The drills with what became of them. */
    static List<Line> list(List<Drill> drills, Progress progress, Phrases phrases, int width) {
        List<Line> lines = new ArrayList<>(Wrap.at(width, phrases.say(drills.isEmpty() ? "drill.none" : "drill.list")));
        for (Drill drill : drills) {
            Boolean repaired = progress.drills().get(drill.id());
            Line line = Line.of("  drill " + drill.id(), Tone.COMMAND).pad(28).plus(drill.title());
            if (repaired != null) {
                line = line.plus(
                        "  " + phrases.say(repaired ? "drill.was-repaired" : "drill.was-begun"),
                        repaired ? Tone.GOOD : Tone.MUTED);
            }
            lines.addAll(Wrap.at(width, line, 28));
        }
        return lines;
    }

    private static boolean passed(@org.jspecify.annotations.Nullable Report report) {
        return report != null && report.verdict() == Verdict.PASSED;
    }

    static void practice(Desk desk, List<String> words) {
        if (desk.lab().exercise() instanceof Exercise.Repair) {
            say(desk, "drill.leave-first");
            return;
        }
        Optional<String> strange = words.stream()
                .filter(word -> !word.equals("--timed") && !word.equals("--seed") && !word.matches("\\d{1,9}"))
                .findFirst();
        if (strange.isPresent()) {
            boolean option = strange.get().startsWith("-");
            String wrong =
                    desk.phrases().say(option ? "practice.unknown-option" : "practice.unknown", "word", strange.get());
            desk.say(wrong);
            return;
        }
        boolean timed = words.contains("--timed");
        long seed = words.stream()
                .filter(word -> word.matches("\\d{1,9}"))
                .mapToLong(Long::parseLong)
                .findFirst()
                .orElseGet(() -> 1 + new Random().nextInt(MOST_DRAWN));
        if (desk.lab().exercise() instanceof Exercise.Practice here && here.seed() == seed) {
            if (timed) {
                ClockCommand.run(desk, List.of());
            } else {
                desk.say(desk.phrases().say("practice.here", "seed", seed));
            }
            return;
        }
        Onward there = new Onward.ToPractice(seed, timed);
        if (desk.lab().backend().filter(Backend.Real.class::isInstance).isEmpty()) {
            desk.leave(there);
            return;
        }
        desk.ask(desk.phrases().say("practice.real-question"), answer -> {
            if (answer.equals("yes")) {
                desk.leave(there);
            } else {
                say(desk, "session.reset-no");
            }
        });
    }

    private static void say(Desk desk, String key) {
        desk.say(desk.phrases().say(key));
    }
}
