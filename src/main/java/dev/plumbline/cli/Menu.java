package dev.plumbline.cli;

import dev.plumbline.lab.Lab;
import dev.plumbline.terminal.Notices;
import dev.plumbline.terminal.Sitting;
import dev.plumbline.text.Line;
import dev.plumbline.text.Look;
import dev.plumbline.text.Painter;
import dev.plumbline.text.Phrases;
import dev.plumbline.text.Tone;
import dev.plumbline.workbench.AwsChoice;
import dev.plumbline.workbench.Home;
import dev.plumbline.workbench.Workbench;
import dev.plumbline.workspace.Journal;
import dev.plumbline.workspace.JournalEntry;
import dev.plumbline.workspace.Progress;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** What {@code lab} alone shows: the labs, how far the learner is, and where to go on. */
final class Menu {
    private final PrintWriter out;
    private final Phrases phrases = Texts.phrases();
    private final List<Lab> labs = Home.labs().list();

    Menu(PrintWriter out) {
        this.out = out;
    }

    /** Prints it; on a terminal a number starts a lab. */
    void show() throws IOException, InterruptedException {
        boolean asks = Sitting.isTerminal();
        int last = lastOpened();
        List<Line> lines = new ArrayList<>();
        lines.add(Line.of(phrases.say("menu.title"), Tone.HEADING));
        lines.add(Line.EMPTY);
        for (int i = 0; i < labs.size(); i++) {
            Lab lab = labs.get(i);
            Progress progress = Journal.of(folder(lab)).progress();
            String words = LabProgress.words(lab, progress, phrases);
            lines.add(Line.of((asks ? String.format("%3d  ", i + 1) : "  "))
                    .plus(lab.id(), Tone.COMMAND)
                    .pad(asks ? 27 : 24)
                    .plus(words, progress.passed() != null ? Tone.GOOD : Tone.MUTED)
                    .pad(asks ? 42 : 39)
                    .plus(lab.title()));
        }
        lines.add(Line.EMPTY);
        if (!asks) {
            lines.add(Line.of(phrases.say("menu.begin", "lab", labs.get(last).id())));
        }
        lines.add(Line.of(phrases.say("menu.more", "lab", labs.get(last).id()), Tone.MUTED));
        Look look = Texts.look();
        out.print(new Painter(look).paint(lines));
        out.flush();
        if (asks) {
            choose(last);
        }
    }

    private void choose(int last) throws IOException, InterruptedException {
        out.print(phrases.say("menu.question", "lab", labs.get(last).id()) + " ");
        out.flush();
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        String answer = in.readLine();
        int chosen = answer == null ? -1 : number(answer.strip(), last);
        if (chosen < 0) {
            return;
        }
        Lab lab = labs.get(chosen);
        Notices notices = new Notices(out::println);
        try (Workbench bench = Workbench.open(lab, folder(lab), new AwsChoice.Embedded(), System.getenv(), notices)) {
            new Journey(false, new AwsChoice.Embedded(), out, notices).begin(bench, "");
        }
    }

    private int number(String answer, int last) {
        if (answer.isEmpty()) {
            return last;
        }
        if (answer.matches("\\d{1,3}")) {
            int chosen = Integer.parseInt(answer) - 1;
            return chosen < labs.size() ? chosen : -1;
        }
        for (int i = 0; i < labs.size(); i++) {
            if (labs.get(i).id().equals(answer)) {
                return i;
            }
        }
        return -1;
    }

    /** The lab that was opened last; the first one before. */
    private int lastOpened() {
        int last = 0;
        Instant latest = Instant.EPOCH;
        for (int i = 0; i < labs.size(); i++) {
            for (JournalEntry entry : Journal.of(folder(labs.get(i))).entries()) {
                if (entry instanceof JournalEntry.Opened && entry.at().isAfter(latest)) {
                    latest = entry.at();
                    last = i;
                }
            }
        }
        return last;
    }

    private static Path folder(Lab lab) {
        return Path.of("workspace", lab.id());
    }
}
