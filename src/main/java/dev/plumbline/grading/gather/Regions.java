package dev.plumbline.grading.gather;

import dev.plumbline.cloud.Backend;
import dev.plumbline.grading.StateEvidence;
import dev.plumbline.lab.Lab;
import dev.plumbline.terraform.StateFile;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Regions in which a stray resource may be found. */
public final class Regions {
    /** The regions that accounts have without opting in (docs.aws.amazon.com, "AWS Regions"). */
    private static final List<String> USUAL = List.of(
            "us-east-1",
            "us-east-2",
            "us-west-1",
            "us-west-2",
            "ca-central-1",
            "sa-east-1",
            "eu-central-1",
            "eu-west-1",
            "eu-west-2",
            "eu-west-3",
            "eu-north-1",
            "ap-south-1",
            "ap-northeast-1",
            "ap-northeast-2",
            "ap-northeast-3",
            "ap-southeast-1",
            "ap-southeast-2");

    private Regions() {}

    /** The regions that accounts have without opting in. */
    public static List<String> usual() {
        return USUAL;
    }

    /**
     * Where asking costs nothing, those in use, or all usual ones if the backend cannot say which are; on a real account those that the lab and
     * the states speak of.
     */
    static List<String> worthALook(Backend backend, Lab lab, StateEvidence state, Optional<Set<String>> inUse) {
        Set<String> regions = new LinkedHashSet<>();
        regions.add(lab.parameters().text("region"));
        collect(state.current(), regions);
        state.others().values().forEach(file -> collect(file, regions));
        state.workspaces().values().forEach(file -> collect(file, regions));
        if (backend.isLocal()) {
            regions.addAll(inUse.isPresent() ? inUse.get() : USUAL);
        }
        regions.remove("");
        return List.copyOf(regions);
    }

    private static void collect(StateFile state, Set<String> into) {
        state.resources().forEach(resource -> {
            String[] arn = resource.text("arn").split(":", 6);
            if (arn.length == 6) {
                into.add(arn[3]);
            }
        });
    }
}
