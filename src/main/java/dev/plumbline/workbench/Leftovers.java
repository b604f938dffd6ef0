package dev.plumbline.workbench;

import dev.plumbline.cloud.LiveAnswer;
import dev.plumbline.grading.gather.GatheredEvidence;
import dev.plumbline.grading.gather.Regions;
import dev.plumbline.terraform.Cancellation;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * What is left of a lab's kind of resource, region by region.
 *
 * @param found what is still there, each as {@code region: name}
 * @param unasked regions that gave no answer, by the reason: nothing may be said of them
 * @param askable whether Plumbline has a client for this kind of resource at all; without one nothing is asked
 */
public record Leftovers(List<String> found, Map<String, List<String>> unasked, boolean askable) {
    /** Looks into every region that accounts have without opting in, and those that the lab and its states speak of. */
    public static Leftovers of(Workbench bench) {
        String type = bench.lab().subject().resource();
        List<String> found = new ArrayList<>();
        Map<String, List<String>> unasked = new LinkedHashMap<>();
        try (GatheredEvidence evidence = bench.evidence(bench.snapshot(), new Cancellation())) {
            Set<String> regions = new LinkedHashSet<>(evidence.cloud().regions());
            regions.addAll(Regions.usual());
            for (String region : regions) {
                // A list is empty also where nobody answered; a single look-up tells the two apart.
                if (evidence.cloud().find(type, bench.lab().id(), region, "") instanceof LiveAnswer.Unknown unknown) {
                    if (unknown.cause() == LiveAnswer.Cause.UNSUPPORTED) {
                        return new Leftovers(List.of(), Map.of(), false);
                    }
                    unasked.computeIfAbsent(unknown.message(), why -> new ArrayList<>())
                            .add(region);
                } else {
                    evidence.cloud().list(type, region, "").forEach(name -> found.add(region + ": " + name));
                }
            }
        } catch (IOException leftover) {
            throw UserError.trouble("A private copy could not be removed: " + leftover.getMessage());
        }
        return new Leftovers(List.copyOf(found), unasked, true);
    }

    /** Whether every region answered, and none has anything. */
    public boolean isNothing() {
        return askable && found.isEmpty() && unasked.isEmpty();
    }
}
