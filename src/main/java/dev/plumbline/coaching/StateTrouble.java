package dev.plumbline.coaching;

import dev.plumbline.cloud.LiveResource;
import dev.plumbline.grading.StateEvidence;
import dev.plumbline.grading.Verdict;
import dev.plumbline.terraform.StateFile;
import dev.plumbline.terraform.StateFile.Present;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** The state: unreadable, another's, elsewhere, or without the subject that AWS has. */
final class StateTrouble implements Recogniser {
    @Override
    public void look(Situation situation, Consumer<Sighting> seen) {
        if (situation.report().verdict() == Verdict.PASSED || situation.isSourceOnly()) {
            return;
        }
        StateEvidence state = situation.state();
        StateHistory history = StateHistory.of(situation);
        if (state.current() instanceof StateFile.Damaged damaged) {
            damaged(situation, damaged, history, seen);
            return;
        }
        if (situation.errors().stream()
                .anyMatch(d -> d.summary().equals("Error acquiring the state lock")
                        && d.detail().contains("Lock Info"))) {
            seen.accept(Sighting.of("state-locked").with("found", holder(situation)));
        }
        boolean newer = situation.errors().stream()
                .anyMatch(d -> d.summary().equals("Resource instance managed by newer provider version"));
        if (newer) {
            seen.accept(place(Sighting.of("state-newer-provider"), situation));
            return;
        }
        if (history.has(state.current()) || situation.subjects().isEmpty()) {
            return;
        }
        Optional<LiveResource> live = Live.subject(situation);
        if (live.isPresent()) {
            unrecorded(situation, history, live.get(), seen);
        } else if (state.current() instanceof Present present && isForeign(situation, present, history)) {
            seen.accept(place(Sighting.of("state-foreign"), situation));
        }
    }

    private static String holder(Situation situation) {
        return situation.errors().stream()
                .filter(d -> d.summary().equals("Error acquiring the state lock"))
                .map(d -> d.detail().replaceFirst("(?s).*Who:\\s*(\\S+).*", "$1"))
                .filter(who -> who.length() < 80)
                .findFirst()
                .orElse("");
    }

    private static void damaged(
            Situation situation, StateFile.Damaged damaged, StateHistory history, Consumer<Sighting> seen) {
        boolean newer = damaged.reason().contains("format version");
        String version = damaged.reason().replaceFirst(".*format version (\\d+).*", "$1");
        seen.accept(place(Sighting.of(newer ? "state-newer" : "state-corrupt"), situation)
                .with("detail", damaged.reason())
                .with("found", newer ? version : "")
                .with("other", history.anyBackup().or(history::elsewhere).orElse("")));
    }

    private static Sighting place(Sighting sighting, Situation situation) {
        return sighting.with("address", situation.address())
                .with("id", situation.wanted().name())
                .with("place", situation.state().path());
    }

    /** AWS has the subject, the state has not: how that came about decides the way out. */
    private static void unrecorded(
            Situation situation, StateHistory history, LiveResource live, Consumer<Sighting> seen) {
        StateEvidence state = situation.state();
        Optional<String> workspace = history.otherWorkspace();
        if (workspace.isPresent()) {
            seen.accept(place(Sighting.of("wrong-workspace"), situation)
                    .with("other", workspace.get())
                    .with("found", situation.folder().selectedWorkspace()));
            return;
        }
        Optional<String> elsewhere = history.elsewhere();
        if (elsewhere.isPresent()) {
            seen.accept(place(Sighting.of("state-elsewhere"), situation).with("other", elsewhere.get()));
            return;
        }
        String kind = kind(situation, state, history, live);
        if (isStillToTakeOver(situation, kind)) {
            if (situation.folder().initialised()) {
                seen.accept(place(Sighting.of("not-imported"), situation));
            }
            return;
        }
        Sighting base = place(Sighting.of(kind), situation)
                .with("found", Live.text(live, Wanted.MODE))
                .with("live", true)
                .with("init", !situation.folder().initialised());
        boolean lost = base.mistake().equals("state-lost");
        seen.accept(lost ? base.with("other", history.anyBackup().orElse("")) : base);
    }

    /** The lab gives the subject to be taken over, and nothing was tried yet that its name stood in the way of. */
    private static boolean isStillToTakeOver(Situation situation, String kind) {
        return situation.isGivenUnrecorded()
                && !kind.equals("state-rm")
                && !kind.equals("state-foreign")
                && !Commands.lastFailed(situation, "terraform apply");
    }

    private static String kind(Situation situation, StateEvidence state, StateHistory history, LiveResource live) {
        if (history.manualBackup().isPresent() && state.current() instanceof Present) {
            return "state-rm";
        }
        if (state.current() instanceof Present present && isForeign(situation, present, history)) {
            return "state-foreign";
        }
        if (situation.isGivenUnrecorded() || isOlderThanTheWork(situation, live) || !isAsWritten(situation, live)) {
            return "name-conflict";
        }
        if (state.lockInfo() && !(state.current() instanceof Present)) {
            return history.anyBackup().isPresent() ? "state-lost" : "orphan-not-in-state";
        }
        if (state.current() instanceof Present) {
            return history.backup().filter(history::has).isPresent() ? "state-rm" : "interrupted-apply";
        }
        return "state-lost";
    }

    /** Whether the live one was there before the learner's first init: then somebody else made it. */
    private static boolean isOlderThanTheWork(Situation situation, LiveResource live) {
        Instant created = live.created();
        Path root = situation.folder().root();
        Optional<Instant> begun = modified(root.resolve(Setup.LOCK)).or(() -> modified(root.resolve(".terraform")));
        return created != null
                && begun.isPresent()
                && created.plus(Duration.ofSeconds(1)).isBefore(begun.get())
                && !situation.state().lockInfo();
    }

    private static Optional<Instant> modified(Path file) {
        try {
            return Optional.of(Files.getLastModifiedTime(file).toInstant());
        } catch (IOException missing) {
            return Optional.empty();
        }
    }

    /** Whether the live one is as an apply of this file would have made it. */
    private static boolean isAsWritten(Situation situation, LiveResource live) {
        return situation.wanted().attributes().entrySet().stream()
                .filter(e -> !(e.getValue() instanceof java.util.Map<?, ?>))
                .allMatch(e -> {
                    String there = Live.text(live, e.getKey());
                    return there.isEmpty() || Meaning.same(there, String.valueOf(e.getValue()));
                });
    }

    /**
     * Whether the state belongs to other work: it holds other things than this code asks for, or it has been written to
     * before and yet no backup of it is here.
     */
    private static boolean isForeign(Situation situation, Present present, StateHistory history) {
        List<String> declared = situation.code().blocks("resource").stream()
                .map(b -> b.label(0) + "." + b.label(1))
                .toList();
        boolean others = !present.resources().isEmpty()
                && present.resources().stream()
                        .filter(r -> r.mode().equals("managed"))
                        .noneMatch(r -> declared.contains(r.type() + "." + r.name()));
        Optional<Present> backup = history.backup();
        boolean otherLife = backup.isPresent() && !backup.get().lineage().equals(present.lineage());
        boolean written = present.resources().isEmpty() && present.serial() > 3 && backup.isEmpty();
        boolean plan = present.resources().isEmpty()
                && situation.folder().entries().stream()
                        .anyMatch(e ->
                                isSavedPlan(situation, e.name()) && !planKnows(situation, e.name(), present.lineage()));
        return others || otherLife || written || plan;
    }

    /** A saved plan is a ZIP file. */
    static boolean isSavedPlan(Situation situation, String name) {
        Path file = situation.folder().root().resolve(name);
        if (name.endsWith(".zip") || !Files.isRegularFile(file)) {
            return false;
        }
        try (var in = Files.newInputStream(file)) {
            byte[] start = in.readNBytes(4);
            return start.length == 4 && start[0] == 'P' && start[1] == 'K' && start[2] == 3;
        } catch (IOException unreadable) {
            return false;
        }
    }

    private static boolean planKnows(Situation situation, String name, String lineage) {
        try (java.util.zip.ZipFile zip = new java.util.zip.ZipFile(
                situation.folder().root().resolve(name).toFile())) {
            java.util.zip.ZipEntry entry = zip.getEntry("tfstate");
            if (entry == null) {
                return true;
            }
            try (var in = zip.getInputStream(entry)) {
                // One that was made before there was a state has a record without a lineage: it tells nothing of any.
                return !(StateFile.read(in.readNBytes(1 << 20)) instanceof Present planned)
                        || planned.lineage().isEmpty()
                        || planned.lineage().equals(lineage);
            }
        } catch (IOException unreadable) {
            return true;
        }
    }
}
