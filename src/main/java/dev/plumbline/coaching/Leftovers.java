package dev.plumbline.coaching;

import dev.plumbline.grading.Status;
import dev.plumbline.lab.Check;
import dev.plumbline.lab.Requirement;
import dev.plumbline.terraform.source.Block;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Worth knowing beside right work: resources that were not asked for, streams in other regions. */
final class Leftovers implements Recogniser {
    private static final Set<String> HARMLESS = Set.of("terraform_data", "null_resource", "time_sleep");

    @Override
    public void look(Situation situation, Consumer<Sighting> seen) {
        Block subject = situation.subject();
        if (subject == null) {
            return;
        }
        for (Block block : situation.code().blocks("resource")) {
            if (!block.equals(subject)
                    && !HARMLESS.contains(block.label(0))
                    && situation.meaning().instances(block) != 0) {
                seen.accept(Sighting.of("extra-resource")
                        .at(block.range())
                        .with("found", block.label(0) + "." + block.label(1)));
            }
        }
        stray(situation, seen);
        if (situation.isSourceOnly() || Live.subject(situation).isEmpty()) {
            return;
        }
        List<String> recorded = situation.state().managed(situation.wanted().type()).stream()
                .map(Live::region)
                .toList();
        for (String region : usedBefore(situation)) {
            boolean mine = region.equals(situation.wanted().region()) || recorded.contains(region);
            if (!mine && Live.find(situation, situation.wanted().name(), region).isPresent()) {
                seen.accept(Sighting.of("orphan-in-other-region").with("found", region));
            }
        }
    }

    /** Where the lab asks for no other, one in another region that no state lists is in the way. */
    private static void stray(Situation situation, Consumer<Sighting> seen) {
        Set<String> asking = situation.lab().requirements().stream()
                .filter(r -> r.check() instanceof Check.NowhereElse)
                .map(Requirement::id)
                .collect(Collectors.toSet());
        situation.report().requirements().stream()
                .filter(r -> r.status() == Status.UNMET && asking.contains(r.id()))
                .flatMap(r -> Stream.ofNullable(r.actual()))
                .filter(region -> situation.state().managed(situation.wanted().type()).stream()
                        .noneMatch(r -> Live.region(r).equals(region)))
                .forEach(region -> seen.accept(Sighting.of("stray-left").with("found", region)));
    }

    /** Regions in which an earlier state of this folder had the subject; a stream elsewhere may be somebody else's. */
    private static Set<String> usedBefore(Situation situation) {
        Set<String> regions = new TreeSet<>();
        situation.state().others().values().forEach(file -> file.resources().stream()
                .filter(r -> r.type().equals(situation.wanted().type()))
                .map(Live::region)
                .filter(region -> !region.isEmpty())
                .forEach(regions::add));
        return regions;
    }
}
