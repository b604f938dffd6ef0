package dev.plumbline.terminal;

import dev.plumbline.lab.LabText;
import dev.plumbline.terminal.markdown.Markdown;
import dev.plumbline.text.Line;
import dev.plumbline.text.Tone;
import dev.plumbline.text.Wrap;
import dev.plumbline.workspace.JournalEntry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** {@code task} and {@code read}: the lab's texts, a screenful at a time. */
final class ReadingCommands {
    private ReadingCommands() {}

    static LabText text(LabRun lab) {
        return LabText.of(lab.lab())
                .and("workspace", lab.workspace().toString())
                .and("address", SubjectAddress.in(lab));
    }

    static void task(Desk desk, List<String> words) {
        if (desk.lab().exercise() instanceof Exercise.Repair) {
            desk.page(Welcome.story(desk.lab(), desk.phrases(), desk.look()));
        } else {
            show(desk, "task");
        }
    }

    static void read(Desk desk, List<String> words) {
        List<String> topics = topics(desk.lab());
        if (words.isEmpty()) {
            List<Line> lines =
                    new ArrayList<>(Wrap.at(desk.look().width(), desk.phrases().say("read.topics")));
            topics.forEach(topic -> lines.add(Line.of("  read " + topic, Tone.COMMAND)));
            desk.print(lines);
        } else if (topics.contains(words.get(0))) {
            show(desk, words.get(0));
        } else if (words.get(0).equals("solution")) {
            desk.say(desk.phrases().say("read.solution"));
        } else {
            desk.say(desk.phrases().say("read.unknown", "topic", words.get(0), "topics", String.join(", ", topics)));
        }
    }

    /** The topics that may be read at any time. */
    static List<String> topics(LabRun lab) {
        return Topics.open(text(lab).topics());
    }

    static void show(Desk desk, String topic) {
        desk.journal().add(new JournalEntry.Read(Instant.now(), topic));
        desk.page(Markdown.render(text(desk.lab()).topic(topic), desk.look()));
    }
}
