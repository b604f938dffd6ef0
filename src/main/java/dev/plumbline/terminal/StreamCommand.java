package dev.plumbline.terminal;

import dev.plumbline.cloud.Backend;
import dev.plumbline.cloud.StreamTraffic;
import dev.plumbline.grading.Report;
import dev.plumbline.grading.Stage;
import dev.plumbline.lab.Lab;
import dev.plumbline.terminal.markdown.Markdown;
import dev.plumbline.text.Wrap;
import java.util.List;
import java.util.Optional;

/** {@code stream}: the conveyor belt over the learner's live stream. */
final class StreamCommand {
    private static final String STREAM_TYPE = "aws_kinesis_stream";

    /** Whether a lab has a stream to play with. */
    static boolean plays(Lab lab) {
        return lab.subject().resource().equals(STREAM_TYPE);
    }

    private StreamCommand() {}

    static void run(Desk desk, List<String> words) {
        Optional<Backend> backend = desk.lab().backend();
        if (backend.isEmpty() || !plays(desk.lab().lab()) || !live(desk.report())) {
            desk.print(Wrap.at(desk.look().width(), desk.phrases().say("belt.not-live")));
        } else if (backend.get() instanceof Backend.Real) {
            desk.ask(desk.phrases().say("belt.real-question"), answer -> {
                if (answer.equals("yes")) {
                    open(desk, backend.get());
                } else {
                    desk.print(Wrap.at(desk.look().width(), desk.phrases().say("belt.real-no")));
                }
            });
        } else {
            open(desk, backend.get());
        }
    }

    private static boolean live(@org.jspecify.annotations.Nullable Report report) {
        return report != null
                && (report.stage() == Stage.APPLIED
                        || report.stage() == Stage.VERIFIED
                        || report.stage() == Stage.DRIFTED);
    }

    private static void open(Desk desk, Backend backend) {
        String stream = desk.lab().lab().subject().value();
        String region = desk.lab().lab().parameters().text("region");
        if (ReadingCommands.text(desk.lab()).topics().contains("stream")) {
            desk.print(Markdown.render(
                    Markdown.opening(ReadingCommands.text(desk.lab()).topic("stream")), desk.look()));
        }
        BeltMode.help(desk.phrases())
                .forEach(line -> desk.print(Wrap.at(desk.look().width(), line, 2)));
        desk.enter(new BeltMode(
                stream, StreamTraffic.open(backend, stream, region), desk.phrases(), desk.events(), () -> desk.look()
                        .width()));
    }
}
