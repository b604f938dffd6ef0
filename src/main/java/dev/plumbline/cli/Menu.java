package dev.plumbline.cli;

import dev.plumbline.lab.Lab;
import dev.plumbline.terminal.Notices;
import dev.plumbline.terminal.Sitting;
import dev.plumbline.text.Line;
import dev.plumbline.text.Look;
import dev.plumbline.text.Painter;
import dev.plumbline.text.Phrases;
import dev.plumbline.text.Tone;
import dev.plumbline.text.Wrap;
import dev.plumbline.workbench.AwsChoice;
import dev.plumbline.workbench.CallerEnvironment;
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
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What {@code lab} alone shows: the labs, how far the learner is, and where to go on. */
final class Menu {
    private static final Set<String> LEAVING = Set.of("q", "quit", "exit");

    private final PrintWriter out;
    private final Phrases phrases = Texts.phrases();
    private final List<Lab> labs = Home.labs().list();
    private final Look look = Texts.look();

    Menu(PrintWriter out) {
        this.out = out;
    }

    /** Prints it; on a terminal a number starts a lab. */
    void show() throws IOException, InterruptedException {
        boolean asks = Sitting.isTerminal();
        int last = lastOpened();
        Invocation again = Invocation.on(labs.get(last).id());
        List<Line> lines = new ArrayList<>();
        lines.add(Line.of(phrases.say("menu.title"), Tone.HEADING));
        lines.add(Line.EMPTY);
        for (int i = 0; i < labs.size(); i++) {
            Lab lab = labs.get(i);
            Progress progress = Journal.of(LabProgress.folder(lab)).progress();
            String words = LabProgress.words(lab, progress, phrases);
            Line row = Line.of((asks ? String.format("%3d  ", i + 1) : "  "))
                    .plus(lab.id(), Tone.COMMAND)
                    .pad(asks ? 26 : 23)
                    .plus(words, progress.passed() != null ? Tone.GOOD : Tone.MUTED)
                    .pad(asks ? 38 : 35)
                    .plus(lab.title())
                    .plus(OtherAws.remark(lab, phrases), Tone.MUTED);
            lines.addAll(Wrap.at(look.width(), row, asks ? 38 : 35));
        }
        lines.add(Line.EMPTY);
        if (!asks) {
            lines.addAll(said("menu.begin", Tone.PLAIN, "command", again.of("start")));
        }
        Invocation inDemo = new Invocation(again.program(), again.lab(), List.of("--dir", "demo"));
        lines.addAll(said("menu.more", Tone.MUTED, "demo", inDemo.of("demo"), "help", Invocation.bare("--help")));
        if (LabProgress.someNotBegun(labs)) {
            lines.addAll(said("menu.elsewhere", Tone.MUTED, "command", LabProgress.elsewhere()));
        }
        out.print(new Painter(look).paint(lines));
        out.flush();
        if (asks) {
            choose(last);
        }
    }

    private void choose(int last) throws IOException, InterruptedException {
        Lab lab = ask(new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)), last);
        if (lab == null) {
            return;
        }
        OtherAws.require(lab, new AwsChoice.Embedded(), Invocation.on(lab.id()));
        Notices notices = new Notices(out::println);
        try (Workbench bench = Workbench.open(
                lab, LabProgress.folder(lab), new AwsChoice.Embedded(), CallerEnvironment.get(), notices)) {
            new Journey(false, new AwsChoice.Embedded(), out, notices).begin(bench, "");
        }
    }

    /**
     * Asks until the answer is a lab.
     *
     * @return that lab; null if none is wanted, or nobody answers any more
     */
    @Nullable
    Lab ask(BufferedReader answers, int last) throws IOException {
        while (true) {
            out.print(phrases.say("menu.question", "lab", labs.get(last).id()) + " ");
            out.flush();
            String line = answers.readLine();
            if (line == null) {
                out.println();
                out.println(phrases.say("menu.no-answer"));
                return null;
            }
            String answer = line.strip();
            if (LEAVING.contains(answer.toLowerCase(Locale.ROOT))) {
                return null;
            }
            int chosen = number(answer, last);
            if (chosen >= 0) {
                return labs.get(chosen);
            }
            out.print(new Painter(look).paint(said("menu.unknown", Tone.PLAIN, "answer", answer, "most", labs.size())));
        }
    }

    private int number(String answer, int last) {
        if (answer.isEmpty()) {
            return last;
        }
        for (int i = 0; i < labs.size(); i++) {
            if (labs.get(i).id().equals(answer) || answer.equals(String.valueOf(i + 1))) {
                return i;
            }
        }
        return -1;
    }

    private List<Line> said(String key, Tone tone, Object... pairs) {
        return Wrap.at(look.width(), Line.of(phrases.say(key, pairs), tone), 2);
    }

    /** The lab that was opened last; the first one before. */
    private int lastOpened() {
        int last = 0;
        Instant latest = Instant.EPOCH;
        for (int i = 0; i < labs.size(); i++) {
            for (JournalEntry entry :
                    Journal.of(LabProgress.folder(labs.get(i))).entries()) {
                if (entry instanceof JournalEntry.Opened && entry.at().isAfter(latest)) {
                    latest = entry.at();
                    last = i;
                }
            }
        }
        return last;
    }
}
