package dev.plumbline.cohort.results;

import dev.plumbline.text.Line;
import dev.plumbline.text.Tone;
import dev.plumbline.text.Wrap;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Results as a page of text. */
public final class ResultsText {
    private static final int MOST_MISTAKES = 8;
    private static final int MOST_NAMES = 12;
    private static final int COLUMN = 9;

    private final Results results;
    private final Tally tally;
    private final int width;
    private final List<Line> out = new ArrayList<>();

    private ResultsText(Results results, int width) {
        this.results = results;
        this.tally = new Tally(results);
        this.width = Math.min(width, 100);
    }

    /** The page, in so many columns. */
    public static List<Line> lines(Results results, int width) {
        ResultsText text = new ResultsText(results, width);
        text.verdicts();
        text.requirements();
        text.mistakes();
        text.unjudged();
        text.unread();
        return List.copyOf(text.out);
    }

    private void verdicts() {
        int all = results.graded().size();
        add(
                Line.of(all + (all == 1 ? " submission" : " submissions"), Tone.STRONG)
                        .plus(" for " + String.join(", ", tally.labs()) + ", in " + results.folder()),
                2);
        out.add(Line.EMPTY);
        tally.verdicts().forEach((verdict, count) -> {
            if (count > 0 || Tally.VERDICTS.indexOf(verdict) < 2) {
                out.add(Line.of("  ")
                        .plus(verdict.replace('-', ' '), tone(verdict))
                        .pad(20)
                        .plus(String.format(Locale.ROOT, "%4d  ", count))
                        .plus(bar(count, all), tone(verdict))
                        .clip(width));
            }
        });
        tally.meanScore().ifPresent(mean -> {
            long judged = results.graded().stream().filter(Graded::isJudged).count();
            out.add(Line.of("  mean score")
                    .pad(20)
                    .plus(String.format(Locale.ROOT, "%6.1f", mean))
                    .plus("  of those " + judged + " that were judged", Tone.MUTED));
        });
    }

    private static Tone tone(String verdict) {
        return switch (verdict) {
            case "passed" -> Tone.GOOD;
            case "failed" -> Tone.BAD;
            default -> Tone.WAITING;
        };
    }

    private String bar(int count, int all) {
        int room = Math.max(10, width - 30);
        return "█".repeat(count == 0 ? 0 : Math.max(1, (int) Math.round((double) count * room / all)));
    }

    private void requirements() {
        List<Tally.Fared> requirements = tally.requirements();
        if (requirements.isEmpty()) {
            return;
        }
        out.add(Line.EMPTY);
        int first = width - Tally.STATUSES.size() * COLUMN;
        Line head = Line.of("Requirements", Tone.STRONG).pad(first);
        for (String status : Tally.STATUSES) {
            head = head.plus(right(status), Tone.MUTED);
        }
        out.add(head);
        for (Tally.Fared fared : requirements) {
            String name = tally.labs().size() > 1 ? fared.lab() + ": " + fared.title() : fared.title();
            Line line = Line.of("  " + name).clip(first - 1).pad(first);
            for (String status : Tally.STATUSES) {
                int count = fared.count(status);
                line = line.plus(
                        right(count == 0 ? "·" : Integer.toString(count)), count == 0 ? Tone.MUTED : Tone.PLAIN);
            }
            out.add(line);
        }
    }

    private static String right(String text) {
        return " ".repeat(Math.max(0, COLUMN - text.length())) + text;
    }

    private void mistakes() {
        List<Tally.Frequent> mistakes = tally.mistakes();
        if (mistakes.isEmpty()) {
            return;
        }
        out.add(Line.EMPTY);
        out.add(Line.of("Most frequent mistakes", Tone.STRONG));
        mistakes.stream().limit(MOST_MISTAKES).forEach(one -> {
            add(Line.of(String.format(Locale.ROOT, "%4d  ", one.count())).plus(one.title(), Tone.STRONG), 6);
            String place = one.example().place();
            add(
                    Line.of("      ")
                            .plus(one.submission() + (place.isEmpty() ? "" : ", " + place) + ": ", Tone.MUTED)
                            .plus(Excerpts.of(one.example().explanation())),
                    6);
        });
        if (mistakes.size() > MOST_MISTAKES) {
            out.add(Line.of("      and " + (mistakes.size() - MOST_MISTAKES) + " more, each rarer", Tone.MUTED));
        }
    }

    /** These need a person: nobody gets a zero for them. */
    private void unjudged() {
        List<Graded> unjudged =
                results.graded().stream().filter(g -> !g.isJudged()).toList();
        if (unjudged.isEmpty()) {
            return;
        }
        out.add(Line.EMPTY);
        out.add(Line.of("Not judged, and without a score", Tone.STRONG));
        unjudged.stream()
                .limit(MOST_NAMES)
                .forEach(g -> add(
                        Line.of("  " + g.id(), Tone.STRONG)
                                .plus("  " + g.verdict().replace('-', ' ') + ": " + Excerpts.of(g.trouble())),
                        4));
        if (unjudged.size() > MOST_NAMES) {
            out.add(Line.of("  and " + (unjudged.size() - MOST_NAMES) + " more", Tone.MUTED));
        }
    }

    private void unread() {
        if (!results.unread().isEmpty()) {
            out.add(Line.EMPTY);
            out.add(Line.of("Could not be read, and is not counted", Tone.STRONG));
            results.unread().forEach(u -> add(Line.of("  " + u.file() + ": " + u.why()), 4));
        }
    }

    private void add(Line line, int hanging) {
        out.addAll(Wrap.at(width, line, hanging));
    }
}
