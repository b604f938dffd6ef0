package dev.plumbline.coaching;

import dev.plumbline.grading.Verdict;
import dev.plumbline.terraform.PlanDocument;
import dev.plumbline.terraform.PlanDocument.ResourceChange;
import dev.plumbline.terraform.StateFile;
import dev.plumbline.terraform.Values;
import dev.plumbline.terraform.source.Block;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What a plan would change, and who made the difference: the file, somebody outside, a rename, an import. */
final class Drift implements Recogniser {
    @Override
    public void look(Situation situation, Consumer<Sighting> seen) {
        if (situation.report().verdict() == Verdict.PASSED || situation.isSourceOnly()) {
            return;
        }
        tainted(situation, seen);
        OtherRegion.look(situation, seen);
        PlanDocument plan = situation.plan().orElse(null);
        if (plan == null) {
            return;
        }
        String type = situation.wanted().type();
        List<ResourceChange> changes = plan.changes().stream()
                .filter(c -> c.mode().equals("managed") && !c.isNoOp())
                .toList();
        List<ResourceChange> mine =
                changes.stream().filter(c -> c.type().equals(type)).toList();
        if (renamed(situation, mine, seen)) {
            return;
        }
        for (ResourceChange change : mine) {
            one(situation, plan, change, seen);
        }
        boolean applied = !situation.state().managed(type).isEmpty();
        boolean others = changes.stream().anyMatch(c -> !c.type().equals(type));
        if (applied && (others || (mine.isEmpty() && plan.outputsChange()))) {
            String what = others ? "another resource" : "an output";
            seen.accept(Sighting.of("edited-not-applied").with("found", what));
        }
    }

    private static void tainted(Situation situation, Consumer<Sighting> seen) {
        situation.state().managed(situation.wanted().type()).stream()
                .filter(StateFile.Resource::tainted)
                .findFirst()
                .ifPresent(r -> seen.accept(
                        // A create that ended early leaves a record without the ARN; terraform taint leaves all as it
                        // was.
                        r.text("arn").isEmpty()
                                ? Sighting.of("interrupted-apply")
                                        .with("address", r.address())
                                        .with("tainted", true)
                                : Sighting.of("tainted").with("address", r.address())));
    }

    private static boolean renamed(Situation situation, List<ResourceChange> mine, Consumer<Sighting> seen) {
        for (ResourceChange change : mine) {
            String before = change.previousAddress();
            if (before != null
                    && !before.equals(change.address())
                    && !change.actions().contains("create")) {
                seen.accept(Sighting.of("moved-not-applied")
                        .with("address", change.address())
                        .with("other", before));
                return true;
            }
        }
        Optional<ResourceChange> gone =
                mine.stream().filter(c -> c.actions().equals(List.of("delete"))).findFirst();
        Optional<ResourceChange> made =
                mine.stream().filter(c -> c.actions().equals(List.of("create"))).findFirst();
        String identity = situation.wanted().identity();
        if (gone.isEmpty()
                || made.isEmpty()
                || !Objects.equals(
                        text(gone.get().before(), identity), text(made.get().after(), identity))) {
            return false;
        }
        Optional<Sighting> missed = StateBlocks.missed(situation, gone.get(), made.get());
        if (missed.isPresent()) {
            seen.accept(missed.get());
            return true;
        }
        boolean byCommand = StateHistory.of(situation).manualBackup().isPresent();
        Sighting sighting = Sighting.of(byCommand ? "state-mv" : "label-renamed")
                .with("other", gone.get().address())
                .with("address", made.get().address())
                .with(
                        "isForEach",
                        made.get().address().contains("[")
                                && !gone.get().address().contains("["));
        // terraform state mv would do the same as the moved block; both together would trip over each other.
        seen.accept(
                byCommand
                        ? sighting
                        : sighting.fix(moved(situation, gone.get(), made.get())).withoutCommand());
        return true;
    }

    private static List<dev.plumbline.grading.Diagnosis.Edit> moved(
            Situation situation, ResourceChange gone, ResourceChange made) {
        Surgery surgery = situation.code().surgery(situation.wanted().codeFile());
        return surgery.done(
                surgery.append("moved {\n  from = " + gone.address() + "\n  to   = " + made.address() + "\n}\n"));
    }

    private static void one(Situation situation, PlanDocument plan, ResourceChange change, Consumer<Sighting> seen) {
        if (change.importing()) {
            seen.accept(Sighting.of("import-not-applied").with("isBlock", true));
            return;
        }
        Optional<StateFile.Resource> recorded = situation.state().managed(change.type()).stream()
                .filter(r -> r.address().equals(change.address()))
                .findFirst();
        if (recorded.isEmpty() || recorded.get().tainted()) {
            leftOut(situation, change, seen);
            return;
        }
        if (change.actions().equals(List.of("create"))) {
            vanished(situation, recorded.get(), seen);
            return;
        }
        if (change.actions().equals(List.of("delete"))) {
            seen.accept(edited(situation, change.address() + " is not in the code any more", true));
            return;
        }
        changed(situation, plan, change, recorded.get(), seen);
    }

    /** Something is applied, and this resource is not. */
    private static void leftOut(Situation situation, ResourceChange change, Consumer<Sighting> seen) {
        boolean others = situation.state().current().resources().stream()
                .anyMatch(r -> r.mode().equals("managed") && !r.address().equals(change.address()));
        boolean create = change.actions().equals(List.of("create"));
        if (create && others && Live.subject(situation).isEmpty()) {
            seen.accept(Sighting.of("target-left-rest").with("found", change.address()));
        } else if (create && others) {
            seen.accept(Sighting.of("edited-not-applied").with("found", change.address() + " is new in the code"));
        }
    }

    /** The state has it, and AWS has not, where Terraform looks now. */
    private static void vanished(Situation situation, StateFile.Resource recorded, Consumer<Sighting> seen) {
        if (OtherRegion.leftBehind(situation, recorded, seen)) {
            return;
        }
        boolean byHand = situation
                .folder()
                .bytes(situation.state().path())
                .map(b -> new String(b, java.nio.charset.StandardCharsets.UTF_8))
                .filter(text -> !text.contains("\"private\""))
                .isPresent();
        seen.accept(Sighting.of(byHand ? "state-fabricated" : "stream-deleted-outside")
                .with("address", recorded.address()));
    }

    /** An update or a replacement: each attribute's difference comes from the file or from outside. */
    private static void changed(
            Situation situation,
            PlanDocument plan,
            ResourceChange change,
            StateFile.Resource recorded,
            Consumer<Sighting> seen) {
        Set<String> differing = new TreeSet<>();
        change.after().forEach((name, after) -> {
            if (!same(change.before().get(name), after) && after != null && !name.equals("tags_all")) {
                differing.add(name);
            }
        });
        change.before().forEach((name, before) -> {
            if (change.after().containsKey(name)
                    && change.after().get(name) == null
                    && before != null
                    && !isEmpty(before)
                    && Set.of("tags", "shard_level_metrics").contains(name)) {
                differing.add(name);
            }
        });
        boolean replaces = change.actions().contains("delete");
        Map<String, @Nullable Object> live = plan.refreshed().stream()
                .filter(r -> r.address().equals(change.address()))
                .findFirst()
                .map(PlanDocument.Resource::values)
                .orElse(change.before());
        List<String> edited = new ArrayList<>();
        boolean imported = isImported(situation, recorded);
        for (String name : differing) {
            boolean outside = !same(recorded.attributes().get(name), live.get(name))
                    || acceptedByRefresh(situation, change, recorded, name);
            // In a replacement most of the rest is only known afterwards: the identity is what made it one.
            boolean cause = !replaces || name.equals(situation.wanted().identity());
            if (cause && outside && !replaces) {
                seen.accept(fromOutside(situation, change, name));
            } else if (cause) {
                edited.add(name);
            }
        }
        if (edited.isEmpty()) {
            return;
        }
        String first = telling(situation, edited);
        String path = first.equals("stream_mode_details") ? Wanted.MODE : first;
        String found = path + " is " + shown(Values.at(change.before(), path)) + " in AWS and "
                + shown(Values.at(change.after(), path)) + " in the file";
        seen.accept(
                imported
                        ? Sighting.of("import-not-applied").with("found", found)
                        : edited(situation, found, replaces)
                                .with("applied", !replaces && isNotKept(situation, recorded, first)));
    }

    /** Whether an apply of this very code has set it, and AWS has nothing there all the same. */
    private static boolean isNotKept(Situation situation, StateFile.Resource recorded, String name) {
        return same(recorded.attributes().get(name), null)
                && situation.code().blocks("variable").isEmpty() // a value given for that one apply is not seen here
                && Commands.isApplied(situation);
    }

    /** An edit that apply would carry out; where it would cost what has to be preserved, apply is not what helps. */
    private static Sighting edited(Situation situation, String found, boolean loses) {
        Sighting sighting =
                Sighting.of("edited-not-applied").with("found", found).with("replaces", loses);
        return loses && situation.wanted().preserved()
                ? sighting.with("keep", true).withoutCommand()
                : sighting;
    }

    /** The difference to speak of: one that the lab asks about, else one that the file states, else any. */
    private static String telling(Situation situation, List<String> names) {
        Set<String> asked = new TreeSet<>();
        asked.add(situation.wanted().identity());
        situation.wanted().attributes().keySet().forEach(path -> asked.add(path.replaceFirst("\\..*", "")));
        Block subject = situation.subject();
        return names.stream()
                .filter(asked::contains)
                .findFirst()
                .or(() -> names.stream()
                        .filter(name ->
                                subject != null && subject.body().argument(name).isPresent())
                        .findFirst())
                .orElse(names.get(0));
    }

    private static Sighting fromOutside(Situation situation, ResourceChange change, String name) {
        String path = name.equals("stream_mode_details") ? Wanted.MODE : name;
        Sighting sighting = Sighting.of(
                switch (name) {
                    case "stream_mode_details" -> "mode-changed-outside";
                    case "tags", "tags_all" -> "tags-changed-outside";
                    case "retention_period" -> "retention-changed-outside";
                    default -> "settings-changed-outside";
                });
        boolean tags = name.equals("tags");
        Object live = change.before().get(name);
        return sighting.with("asked", isAsked(situation, name, live))
                .with("unseen", !situation.evidence().history().verified())
                .with("name", path)
                .with("found", tags ? shown(change.before().get(name)) : shown(Values.at(change.before(), path)))
                .with("wanted", shown(Values.at(change.after(), path)))
                .with("isDefault", situation.subject() != null && isUnset(situation, name));
    }

    /** Whether the lab asks for another value than the live one: then to write that into the file is no way out. */
    private static boolean isAsked(Situation situation, String name, @Nullable Object live) {
        return situation.wanted().attributes().entrySet().stream()
                .filter(e -> e.getKey().equals(name) || e.getKey().startsWith(name + "."))
                .anyMatch(
                        e -> !has(Values.at(java.util.Collections.singletonMap(name, live), e.getKey()), e.getValue()));
    }

    private static boolean has(@Nullable Object live, Object wanted) {
        return wanted instanceof Map<?, ?> entries
                ? live instanceof Map<?, ?> there
                        && entries.entrySet().stream().allMatch(e -> String.valueOf(e.getValue())
                                .equals(String.valueOf(there.get(String.valueOf(e.getKey())))))
                : live != null && Meaning.same(live.toString(), wanted.toString());
    }

    private static boolean isUnset(Situation situation, String name) {
        Block subject = situation.subject();
        return subject != null && subject.body().argument(name).isEmpty();
    }

    /** A refresh has taken the change from outside into the state; the backup still has what the file says. */
    private static boolean acceptedByRefresh(
            Situation situation, ResourceChange change, StateFile.Resource recorded, String name) {
        return StateHistory.of(situation).backup().stream()
                .flatMap(b -> b.resources().stream())
                .filter(r -> r.address().equals(change.address()))
                .anyMatch(r -> same(r.attributes().get(name), change.after().get(name))
                        && !same(r.attributes().get(name), recorded.attributes().get(name)));
    }

    /** An import knows nothing of arguments that only Terraform uses; an apply sets them. */
    private static boolean isImported(Situation situation, StateFile.Resource recorded) {
        Object flag = recorded.attributes().get("enforce_consumer_deletion");
        boolean none = recorded.attributes().containsKey("enforce_consumer_deletion") && flag == null;
        boolean before = StateHistory.of(situation)
                .backup()
                .filter(b -> StateHistory.of(situation).has(b))
                .isPresent();
        return none && !before;
    }

    private static boolean isEmpty(Object value) {
        return value instanceof Map<?, ?> map
                ? map.isEmpty()
                : value instanceof java.util.Collection<?> list ? list.isEmpty() : value.equals("");
    }

    private static boolean same(@Nullable Object left, @Nullable Object right) {
        if (left == null || right == null) {
            Object other = left == null ? right : left;
            return other == null || isEmpty(other);
        }
        if (left instanceof Number && right instanceof Number) {
            return Meaning.same(left.toString(), right.toString());
        }
        if (left instanceof List<?> a && right instanceof List<?> b) {
            return a.size() == b.size()
                    && java.util.stream.IntStream.range(0, a.size()).allMatch(i -> same(a.get(i), b.get(i)));
        }
        if (left instanceof Map<?, ?> a && right instanceof Map<?, ?> b) {
            Set<Object> keys = new java.util.HashSet<>(a.keySet());
            keys.addAll(b.keySet());
            return keys.stream().allMatch(k -> same(a.get(k), b.get(k)));
        }
        return left.equals(right);
    }

    private static String text(Map<String, @Nullable Object> values, String name) {
        Object value = values.get(name);
        return value == null ? "" : value.toString();
    }

    private static String shown(@Nullable Object value) {
        if (value instanceof Map<?, ?> map) {
            List<String> entries = new ArrayList<>();
            map.forEach((key, each) -> entries.add(key + " = " + each));
            return entries.isEmpty() ? "none" : String.join(", ", entries);
        }
        return value == null ? "not set" : value.toString();
    }
}
