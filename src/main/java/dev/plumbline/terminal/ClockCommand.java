package dev.plumbline.terminal;

import dev.plumbline.text.Phrases;
import dev.plumbline.workbench.PracticeGround;
import dev.plumbline.workspace.JournalEntry;
import dev.plumbline.workspace.PracticeClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** {@code clock}: starts the clock of practice, tells what it shows, or switches it off. */
final class ClockCommand {
    private ClockCommand() {}

    static void run(Desk desk, List<String> words) {
        Phrases phrases = desk.phrases();
        PracticeClock clock = desk.journal().progress().clock();
        Duration result = clock.result();
        if (!(desk.lab().exercise() instanceof Exercise.Practice)) {
            desk.say(phrases.say("clock.practice-only"));
        } else if (words.contains("off")) {
            if (clock.running()) {
                desk.journal().add(new JournalEntry.ClockStopped(Instant.now()));
            }
            desk.say(phrases.say("clock.switched-off"));
        } else if (clock.running()) {
            desk.say(phrases.say("clock.shows", "time", time(clock.at(Instant.now()), phrases)));
        } else if (result != null) {
            desk.say(phrases.say("clock.result", "time", time(result, phrases)) + " " + phrases.say("clock.again"));
        } else {
            boolean started = PracticeGround.startClock(desk.lab().workspace());
            desk.say(phrases.say(started ? "clock.started" : "clock.late"));
        }
    }

    /** Minutes and seconds in words. */
    static String time(Duration time, Phrases phrases) {
        return phrases.say("clock.time", "minutes", time.toMinutes(), "seconds", time.toSecondsPart());
    }
}
