package dev.plumbline.authoring.proof;

import dev.plumbline.grading.RequirementResult;
import dev.plumbline.lab.LabCase;
import dev.plumbline.stand.Judged;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * One answer as it came out.
 *
 * @param name {@code starter}, {@code solution} or the name of the case
 * @param why what it shows
 * @param depth whether what it begins with and its steps were applied for real, or its plan was carried out
 * @param verdict the verdict's word
 * @param statuses the status of each requirement, by id
 * @param mistake the first diagnosis, or empty
 * @param faults everything that is not as expected; none where it is
 * @param millis how long it took
 */
record Trial(
        String name,
        String why,
        LabCase.Depth depth,
        Expectation expected,
        String verdict,
        Map<String, String> statuses,
        String mistake,
        List<String> faults,
        long millis) {
    Trial {
        faults = List.copyOf(faults);
    }

    static Trial of(Planned planned, Judged judged, String mistake, List<String> faults, long millis) {
        Map<String, String> statuses = new LinkedHashMap<>();
        for (RequirementResult result : judged.report().requirements()) {
            statuses.put(result.id(), result.status().word());
        }
        return new Trial(
                planned.name(),
                planned.why(),
                planned.depth(),
                planned.expected(),
                judged.report().verdict().word(),
                statuses,
                mistake,
                faults,
                millis);
    }

    /** One that could not be carried out. */
    static Trial failed(Planned planned, String why, long millis) {
        return new Trial(
                planned.name(),
                planned.why(),
                planned.depth(),
                planned.expected(),
                "none",
                Map.of(),
                "",
                List.of(why),
                millis);
    }

    boolean asExpected() {
        return faults.isEmpty();
    }

    /** An answer that is to be tried. */
    record Planned(String name, String why, LabCase.Depth depth, Expectation expected) {}
}
