package dev.plumbline.workbench;

import dev.plumbline.grading.gather.GatheredEvidence;
import dev.plumbline.terraform.Cancellation;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** What is left of a lab's kind of resource, region by region. */
public final class Leftovers {
    private Leftovers() {}

    /** Each as {@code region: name}. */
    public static List<String> of(Workbench bench) {
        String type = bench.lab().subject().resource();
        List<String> left = new ArrayList<>();
        try (GatheredEvidence evidence = bench.evidence(bench.snapshot(), new Cancellation())) {
            for (String region : evidence.cloud().regions()) {
                evidence.cloud().list(type, region, "").forEach(name -> left.add(region + ": " + name));
            }
        } catch (IOException leftover) {
            throw UserError.trouble("A private copy could not be removed: " + leftover.getMessage());
        }
        return left;
    }
}
