package dev.plumbline.workspace;

import dev.plumbline.workspace.JournalEntry.Ran;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Where a learner stands, folded from the journal.
 *
 * @param met requirements that are met, with the time since when
 * @param hints for each ladder of hints the highest rung that was shown
 * @param commands how many commands were run
 * @param saves how many saves of code were seen
 * @param stage the stage last reached, by its word; empty before the first
 * @param lastTerraform the Terraform command that ended last
 * @param planned whether a whole plan was made since the last save, apply or other change
 * @param begun when the lab was first opened
 * @param passed when everything was met for the first time
 * @param drills for each drill that was begun whether it was repaired
 * @param seed the seed of practice, if the learner practises
 * @param clock the clock of timed practice
 */
public record Progress(
        Map<String, Instant> met,
        Map<String, Integer> hints,
        int commands,
        int saves,
        String stage,
        @Nullable Ran lastTerraform,
        boolean planned,
        @Nullable Instant begun,
        @Nullable Instant passed,
        Map<String, Boolean> drills,
        @Nullable Long seed,
        PracticeClock clock) {
    public Progress {
        met = Collections.unmodifiableMap(new LinkedHashMap<>(met));
        hints = Map.copyOf(hints);
        drills = Collections.unmodifiableMap(new LinkedHashMap<>(drills));
    }

    /** Options with which a plan does not show everything there is to do. */
    private static final Set<String> PARTIAL = Set.of("-destroy", "-refresh-only", "-refresh", "-target");

    /** Nothing done yet. */
    public static final Progress NONE =
            new Progress(Map.of(), Map.of(), 0, 0, "", null, false, null, null, Map.of(), null, PracticeClock.OFF);

    /** Folds a journal. */
    public static Progress of(List<JournalEntry> entries) {
        Progress progress = NONE;
        for (JournalEntry entry : entries) {
            progress = progress.after(entry);
        }
        return progress;
    }

    /** The progress after one more entry. */
    public Progress after(JournalEntry entry) {
        Fold next = new Fold(this);
        next.take(entry);
        return next.toProgress();
    }

    /** How many hints were shown for all requirements together. */
    public int hintsUsed() {
        return hints.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** How many hints were shown for one requirement, whatever they were about. */
    public int hintsOn(String requirement) {
        return hints.entrySet().stream()
                .filter(ladder ->
                        ladder.getKey().equals(requirement) || ladder.getKey().startsWith(requirement + " "))
                .mapToInt(Map.Entry::getValue)
                .sum();
    }

    /** The subcommand of the Terraform command that ended last: {@code plan}, {@code apply}. */
    public Optional<String> lastSubcommand() {
        return Optional.ofNullable(lastTerraform).map(ran -> CommandWords.terraformSubcommand(ran.words()));
    }

    /** The values while they are being folded. */
    private static final class Fold {
        private Map<String, Instant> met;
        private Map<String, Integer> hints;
        private int commands;
        private int saves;
        private String stage;
        private @Nullable Ran lastTerraform;
        private boolean planned;
        private @Nullable Instant begun;
        private @Nullable Instant passed;
        private Map<String, Boolean> drills;
        private @Nullable Long seed;
        private PracticeClock clock;

        Fold(Progress from) {
            met = new LinkedHashMap<>(from.met);
            hints = new LinkedHashMap<>(from.hints);
            commands = from.commands;
            saves = from.saves;
            stage = from.stage;
            lastTerraform = from.lastTerraform;
            planned = from.planned;
            begun = from.begun;
            passed = from.passed;
            drills = new LinkedHashMap<>(from.drills);
            seed = from.seed;
            clock = from.clock;
        }

        void take(JournalEntry entry) {
            clock = clock.after(entry);
            if (entry instanceof JournalEntry.Opened e) {
                begun = begun == null ? e.at() : begun;
            } else if (entry instanceof JournalEntry.Ran e) {
                ran(e);
            } else if (entry instanceof JournalEntry.Saved) {
                saves++;
                planned = false;
            } else if (entry instanceof JournalEntry.Reached e) {
                stage = e.stage();
            } else if (entry instanceof JournalEntry.Met e) {
                met.putIfAbsent(e.requirement(), e.at());
            } else if (entry instanceof JournalEntry.Lost e) {
                met.remove(e.requirement());
            } else if (entry instanceof JournalEntry.Hinted e) {
                hints.merge(e.requirement(), e.rung(), Math::max);
            } else if (entry instanceof JournalEntry.Passed e) {
                passed = passed == null ? e.at() : passed;
            } else if (entry instanceof JournalEntry.DrillBegun e) {
                drills.putIfAbsent(e.drill(), false);
            } else if (entry instanceof JournalEntry.DrillEnded e) {
                drills.merge(e.drill(), e.repaired(), Boolean::logicalOr);
            } else if (entry instanceof JournalEntry.Practised e) {
                startOver(e.at());
                seed = e.seed();
            } else if (entry instanceof JournalEntry.Reset e) {
                Long values = seed; // a folder for practice stays one
                startOver(e.at());
                seed = values;
            }
        }

        private void ran(JournalEntry.Ran e) {
            commands++;
            String subcommand = CommandWords.terraformSubcommand(e.words());
            if (subcommand.isEmpty()) {
                return;
            }
            lastTerraform = e;
            switch (subcommand) {
                case "plan" -> planned = wholePlan(e);
                case "apply", "destroy", "import", "state", "taint", "untaint", "workspace" -> planned = false;
                default -> {
                    // looks only
                }
            }
        }

        /** Exit code 2 is a plan with changes under -detailed-exitcode. */
        private static boolean wholePlan(Ran e) {
            return (e.exit() == 0 || e.exit() == 2)
                    && PARTIAL.stream()
                            .noneMatch(o -> List.of(e.words().split(" ")).contains(o));
        }

        private void startOver(Instant at) {
            met = new LinkedHashMap<>();
            hints = new LinkedHashMap<>();
            commands = 0;
            saves = 0;
            stage = "";
            lastTerraform = null;
            planned = false;
            begun = at;
            passed = null;
            seed = null;
        }

        Progress toProgress() {
            return new Progress(
                    met, hints, commands, saves, stage, lastTerraform, planned, begun, passed, drills, seed, clock);
        }
    }
}
