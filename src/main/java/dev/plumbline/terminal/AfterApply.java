package dev.plumbline.terminal;

import dev.plumbline.text.Phrases;
import dev.plumbline.workbench.CloudCall;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What a command that may change things did, in a sentence or two: from the state before and after, and from what its
 * Terraform asked of AWS meanwhile. Where nobody can know the calls, the state alone is spoken of.
 *
 * @param then what the folder showed before
 * @param now what it shows now
 * @param calls what AWS was asked for; empty where nobody can know
 */
record AfterApply(StateGlance then, StateGlance now, Optional<List<CloudCall>> calls, Phrases phrases) {
    /** The AWS provider's own waiting: 10 s twice on a create, once on a delete (its code sleeps that long). */
    private static final int CREATE_SECONDS = 20;

    private static final int DELETE_SECONDS = 10;

    /** The sentence where nothing was done. Which one is true depends on how the command ended and what it was for. */
    enum Nothing {
        /** It ended well and there was nothing to do. */
        TO_DO,
        /** It ended well and had nothing to destroy. */
        TO_DESTROY,
        /** Nobody knows how it ended. */
        KNOWN
    }

    /**
     * What was done by one that ended well, or of which nobody knows how it ended.
     *
     * @param took how long the command ran
     * @param nothing what it means where nothing was done
     */
    String done(Duration took, Nothing nothing) {
        if (calls.isEmpty()) {
            return byState(took, nothing);
        }
        WorkDone work = work();
        if (work.isNothing()) {
            return nothing(nothing);
        }
        List<String> said = new ArrayList<>();
        built(work, took, nothing).ifPresent(said::add);
        taken(work.takenOver()).ifPresent(said::add);
        work.replaced().forEach(swap -> said.add(say("command.applied-replaced", swap)));
        work.swapped().forEach(swap -> said.add(say("command.applied-other", swap)));
        list(work.anew(), "command.applied-anew").ifPresent(said::add);
        list(work.again(), "command.applied-again").ifPresent(said::add);
        if (!work.changed().isEmpty()) {
            said.add(phrases.say("command.applied-changed", "operations", operations(work.changed())));
        }
        deleted(work, took).ifPresent(said::add);
        work.others().forEach(call -> said.add(say("command.deleted-unlisted", call)));
        list(arns(work.dropped()), "command.dropped").ifPresent(said::add);
        work.unlisted().forEach(call -> said.add(say("command.created-unlisted", call)));
        if (said.isEmpty()) {
            said.add(byState(nothing)); // things that are not of this AWS
        }
        return String.join(" ", said);
    }

    private String nothing(Nothing nothing) {
        return switch (nothing) {
            case TO_DO ->
                phrases.say(
                        now.serial() == then.serial() ? "command.applied-nothing" : "command.applied-noted",
                        "count",
                        now.resources());
            case TO_DESTROY -> now.resources() == 0 ? phrases.say("command.destroyed-nothing") : stillListed();
            case KNOWN -> "";
        };
    }

    private Optional<String> built(WorkDone work, Duration took, Nothing nothing) {
        if (work.built().isEmpty()) {
            return Optional.empty();
        }
        boolean stream = asked().stream().anyMatch(call -> call.operation().equals("CreateStream"));
        boolean waited = stream && took.toSeconds() >= CREATE_SECONDS;
        String all = phrases.say("command.applied-new", "count", work.built().size());
        String some = phrases.say("command.applied-built", "what", shown(work.built()));
        String first = nothing == Nothing.TO_DO && work.takenOver().isEmpty() ? all : some;
        return Optional.of(waited ? first + " " + waiting(took, CREATE_SECONDS) : first);
    }

    private Optional<String> deleted(WorkDone work, Duration took) {
        if (work.deleted().isEmpty()) {
            return Optional.empty();
        }
        boolean all = now.resources() == 0 && work.deleted().size() == then.resources();
        String first = all
                ? phrases.say("command.destroyed")
                : phrases.say("command.applied-removed", "what", shown(work.deleted()), "count", now.resources());
        boolean stream = asked().stream().anyMatch(call -> call.operation().equals("DeleteStream"));
        boolean waited = stream && work.built().isEmpty() && took.toSeconds() >= DELETE_SECONDS;
        return Optional.of(waited ? first + " " + waiting(took, DELETE_SECONDS) : first);
    }

    private String waiting(Duration took, int seconds) {
        return phrases.say("command.waited", "seconds", seconds, "took", took.toSeconds());
    }

    /** Of what is not an ARN it is not known where it was asked for: {@code terraform_data} is nothing of AWS. */
    private Optional<String> taken(Collection<String> ids) {
        return list(arns(ids), "command.applied-taken");
    }

    /** What an import that ended well did. */
    String imported() {
        return now.ids().equals(then.ids()) ? "" : phrases.say("command.imported", "what", shown(gained()));
    }

    /** What is to be said where it ended badly: that of the calls that AWS refused which tells most. */
    String notImported() {
        if (!now.ids().equals(then.ids())) {
            return phrases.say("command.apply-stopped");
        }
        return calls.orElse(List.of()).stream()
                .filter(call ->
                        call.error().filter("ResourceNotFoundException"::equals).isPresent())
                .findFirst()
                .map(call -> say("command.import-not-found", call))
                .orElseGet(() -> phrases.say("command.import-nothing"));
    }

    /** What was noted of AWS; a refresh changes nothing there. */
    String refreshed() {
        if (now.serial() == 0) {
            return "";
        }
        return phrases.say(now.serial() == then.serial() ? "command.refreshed-same" : "command.applied-refresh");
    }

    /** The sentence after it ended badly, or was answered with no. */
    String stopped() {
        if (!now.ids().equals(then.ids())) {
            return phrases.say("command.apply-stopped");
        }
        if (calls.isEmpty()) {
            return phrases.say("command.apply-unknown");
        }
        if (asked().isEmpty()) {
            return phrases.say("command.apply-nothing");
        }
        List<CloudCall> unlisted = work().unlisted();
        return unlisted.isEmpty()
                ? phrases.say("command.apply-begun", "operations", operations(asked()))
                : say("command.created-unlisted", unlisted.get(0));
    }

    /** After a destroy that ended badly. */
    String notDestroyed() {
        return asked().isEmpty() && now.resources() > 0 ? stillListed() : stopped();
    }

    private String stillListed() {
        return phrases.say("command.not-destroyed", "count", now.resources());
    }

    /** Whether there is evidence of a change, so that what was known before is out of date. */
    boolean changedAnything() {
        return now.serial() != then.serial() || !now.ids().equals(then.ids()) || !asked().isEmpty();
    }

    /** The same where nobody knows the calls: what the file describes is done, if Terraform said so at the end. */
    private String byState(Duration took, Nothing nothing) {
        int more = now.resources() - then.resources();
        boolean whole = nothing == Nothing.TO_DO && more > 0;
        String first =
                whole ? phrases.say("command.applied-more", "count", more, "all", now.resources()) : byState(nothing);
        Set<String> moved =
                new TreeSet<>(whole ? now.ids().keySet() : then.ids().keySet());
        moved.removeAll(whole ? then.ids().keySet() : now.ids().keySet());
        int seconds = nothing == Nothing.KNOWN
                ? 0
                : moved.stream()
                        .flatMap(address -> ProviderWait.at(address).stream())
                        .mapToInt(wait -> whole ? wait.create() : wait.delete())
                        .max()
                        .orElse(0);
        return seconds > 0 && took.toSeconds() >= seconds ? first + " " + waiting(took, seconds) : first;
    }

    private String byState(Nothing nothing) {
        Optional<WorkDone.Swap> swap = work().swapped().stream().findFirst();
        if (swap.isPresent()) {
            return say("command.state-other", swap.get());
        }
        int more = now.resources() - then.resources();
        if (more != 0) {
            return now.resources() == 0
                    ? phrases.say("command.state-empty")
                    : phrases.say(
                            more > 0 ? "command.state-more" : "command.state-less",
                            "count",
                            Math.abs(more),
                            "all",
                            now.resources());
        }
        if (now.serial() == 0 || nothing == Nothing.KNOWN) {
            return "";
        }
        return phrases.say(
                now.serial() == then.serial() ? "command.state-same" : "command.state-written",
                "count",
                now.resources());
    }

    private WorkDone work() {
        return WorkDone.between(then, now, calls.orElse(List.of()));
    }

    private List<CloudCall> asked() {
        return calls.orElse(List.of()).stream().filter(CloudCall::hasChanged).toList();
    }

    private Collection<String> gained() {
        Collection<String> gained = new TreeSet<>(now.ids().values());
        gained.removeAll(then.ids().values());
        return gained;
    }

    private static Collection<String> arns(Collection<String> ids) {
        return ids.stream().filter(id -> id.startsWith("arn:")).toList();
    }

    private Optional<String> list(Collection<String> ids, String key) {
        return ids.isEmpty() ? Optional.empty() : Optional.of(phrases.say(key, "what", shown(ids)));
    }

    private String say(String key, WorkDone.Swap swap) {
        return phrases.say(key, "then", swap.then(), "now", swap.now());
    }

    private String say(String key, CloudCall call) {
        return phrases.say(key, "name", call.name(), "region", call.region());
    }

    private static String shown(Collection<String> ids) {
        return String.join(", ", ids);
    }

    private static String operations(List<CloudCall> calls) {
        return calls.stream().map(CloudCall::operation).distinct().collect(Collectors.joining(", "));
    }
}
