package dev.plumbline.terminal;

import dev.plumbline.cloud.StreamTraffic;
import dev.plumbline.terminal.belt.Belt;
import dev.plumbline.terminal.belt.BeltAnswers;
import dev.plumbline.terminal.belt.BeltLine;
import dev.plumbline.terminal.belt.BeltOrder;
import dev.plumbline.terminal.belt.BeltPicture;
import dev.plumbline.terminal.belt.BeltView;
import dev.plumbline.terminal.belt.BeltWorker;
import dev.plumbline.text.Line;
import dev.plumbline.text.Phrases;
import dev.plumbline.text.Tone;
import dev.plumbline.text.Wrap;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;

/** {@code stream}: the learner's stream with records on it. */
final class BeltMode implements Mode {
    private final Desk desk;
    private final Phrases phrases;
    private final BeltLine lines;
    private final BeltAnswers answers;
    private final BeltWorker worker;
    /** The floods that were ordered and are not over. */
    private final AtomicInteger floods = new AtomicInteger();

    private volatile BeltPicture picture;
    private volatile boolean left;

    /**
     * The belt over that traffic.
     *
     * @param more where to read on about load, or empty
     */
    BeltMode(String stream, StreamTraffic traffic, Desk desk, String more) {
        this.desk = desk;
        this.phrases = desk.phrases();
        this.lines = new BeltLine(
                phrases,
                Commands.table().all().stream().map(SessionCommand::name).toList());
        this.answers = new BeltAnswers(phrases, desk.inWords(), this::width, new Random(), more);
        this.picture = new BeltPicture(stream, "", List.of(), List.of(), 0);
        this.worker = new BeltWorker(
                new Belt(stream, traffic),
                next -> {
                    picture = next;
                    desk.events().accept(new Event.ModeMoved(List.of()));
                },
                this::news);
        worker.start();
    }

    private int width() {
        return desk.look().width();
    }

    @Override
    public String prompt() {
        return phrases.say("belt.prompt") + " › ";
    }

    @Override
    public View view() {
        return new BeltView(picture);
    }

    @Override
    public boolean line(String line) {
        BeltOrder order = lines.read(line);
        if (order instanceof BeltOrder.Leave) {
            return false;
        }
        boolean flooded = floods.get() > 0;
        // A flood lasts, and who asks meanwhile is answered. Else answers come in the order of the lines.
        Optional<List<Line>> atOnce = flooded ? answers.atOnce(order, picture) : Optional.empty();
        if (atOnce.isPresent()) {
            answer(atOnce.get());
            return true;
        }
        if (flooded) {
            news(List.of(Line.of(phrases.say("belt.waits", "line", line.strip()), Tone.MUTED)));
        }
        boolean floods = order instanceof BeltOrder.Flood;
        counted(floods, 1);
        worker.order(
                (belt, time) -> answers.carryOut(order, belt, time),
                answer -> {
                    counted(floods, -1);
                    answer(left && order instanceof BeltOrder.Wrong ? List.of() : answer);
                },
                () -> {
                    counted(floods, -1);
                    answer(
                            left
                                    ? List.of()
                                    : List.of(
                                            Line.of(phrases.say("belt.dropped", "line", line.strip()), Tone.WAITING)));
                });
        return true;
    }

    private void counted(boolean isFlood, int by) {
        if (isFlood) {
            floods.addAndGet(by);
        }
    }

    private void answer(List<Line> lines) {
        desk.events().accept(new Event.ModeAnswered(fitted(lines)));
    }

    private void news(List<Line> lines) {
        desk.events().accept(new Event.ModeMoved(fitted(lines)));
    }

    private List<Line> fitted(List<Line> lines) {
        List<Line> fitted = new ArrayList<>();
        lines.forEach(line -> fitted.addAll(Wrap.at(width(), line)));
        return fitted;
    }

    @Override
    public void hurry() {
        worker.hurry();
    }

    @Override
    public String farewell() {
        return phrases.say("belt.left");
    }

    @Override
    public void close() {
        left = true;
        if (floods.get() > 0) {
            worker.hurry();
        }
        worker.close();
    }
}
