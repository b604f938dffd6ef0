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
import java.util.Random;

/** {@code stream}: the learner's stream with records on it. */
final class BeltMode implements Mode {
    private static final int COLUMN = 26;

    private final Desk desk;
    private final Phrases phrases;
    private final BeltLine lines;
    private final BeltAnswers answers;
    private final BeltWorker worker;
    private volatile BeltPicture picture;

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
                news -> desk.events().accept(new Event.ModeMoved(fitted(news))));
        worker.start();
    }

    private int width() {
        return desk.look().width();
    }

    static List<Line> help(Phrases phrases, int width) {
        List<Line> out = new ArrayList<>();
        BeltLine.COMMANDS.forEach(name -> out.addAll(Wrap.at(
                width,
                Line.of("  " + phrases.say("belt.command." + name + ".typed"), Tone.COMMAND)
                        .pad(COLUMN)
                        .plus("  " + phrases.say("belt.command." + name + ".does")),
                COLUMN + 2)));
        return out;
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
        worker.order(
                (belt, time) -> order instanceof BeltOrder.Help
                        ? help(phrases, width())
                        : fitted(answers.carryOut(order, belt, time)),
                answer -> desk.events().accept(new Event.ModeAnswered(answer)));
        return true;
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
        worker.close();
    }
}
