package dev.plumbline.terminal;

import dev.plumbline.cloud.Backend;
import dev.plumbline.cloud.StreamTraffic;
import dev.plumbline.lab.Lab;
import dev.plumbline.terminal.belt.BeltAnswers;
import dev.plumbline.terminal.markdown.Markdown;
import java.util.List;
import java.util.Optional;

/** {@code stream}: the conveyor belt over the learner's live stream. */
final class StreamCommand {
    /** Whether a lab has a stream to play with. */
    static boolean plays(Lab lab) {
        return lab.subject().resource().equals(StreamTraffic.RESOURCE);
    }

    private StreamCommand() {}

    static void run(Desk desk, List<String> words) {
        Lab lab = desk.lab().lab();
        Optional<Backend> backend = desk.lab().backend();
        String stream = lab.subject().value();
        String region = lab.parameters().text("region");
        if (!plays(lab)) {
            say(desk, "belt.no-stream", "lab", lab.id(), "noun", lab.subject().noun());
            return;
        }
        if (backend.isEmpty()) {
            say(desk, "belt.not-live", "stream", stream, "region", region);
            return;
        }
        if (!live(desk, backend.get(), stream, region)) {
            return;
        }
        if (backend.get() instanceof Backend.Real) {
            // Opened with the answer: a question that is dropped must not leave a client behind.
            desk.ask(desk.phrases().say("belt.real-question"), answer -> {
                if (answer.equals("yes")) {
                    open(desk, StreamTraffic.open(backend.get(), stream, region));
                } else {
                    say(desk, "belt.real-no");
                }
            });
        } else {
            open(desk, StreamTraffic.open(backend.get(), stream, region));
        }
    }

    /** Asks AWS itself: a report may be older than what happened there. */
    private static boolean live(Desk desk, Backend backend, String stream, String region) {
        try (StreamTraffic traffic = StreamTraffic.open(backend, stream, region)) {
            if (traffic.live()) {
                return true;
            }
            say(desk, "belt.not-live", "stream", stream, "region", region);
        } catch (StreamTraffic.TrafficException noAnswer) {
            desk.say(noAnswer.text());
        }
        return false;
    }

    private static void say(Desk desk, String key, Object... pairs) {
        desk.say(desk.phrases().say(key, pairs));
    }

    private static void open(Desk desk, StreamTraffic traffic) {
        boolean text = ReadingCommands.text(desk.lab()).topics().contains("stream");
        if (text) {
            desk.print(Markdown.render(
                    Markdown.opening(ReadingCommands.text(desk.lab()).topic("stream")), desk.look()));
        }
        desk.print(BeltAnswers.help(desk.phrases(), desk.look().width()));
        String stream = desk.lab().lab().subject().value();
        desk.enter(new BeltMode(stream, traffic, desk, text ? desk.phrases().say("belt.read-more") : ""));
    }
}
