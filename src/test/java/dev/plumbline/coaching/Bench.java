package dev.plumbline.coaching;

import dev.plumbline.grading.Diagnosis;
import dev.plumbline.grading.FakeEvidence;
import dev.plumbline.grading.Report;
import dev.plumbline.grading.Stage;
import dev.plumbline.grading.Verdict;
import dev.plumbline.lab.Lab;
import dev.plumbline.lab.LabCatalogue;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The first lab and its coach, for tests. */
final class Bench {
    static final Path HOME = Path.of("").toAbsolutePath();
    static final Lab LAB = new LabCatalogue(HOME).load("kinesis-stream");
    static final Coach COACH = Coach.of(HOME);

    private Bench() {}

    static Report report(Verdict verdict) {
        return new Report(
                LAB.id(),
                verdict,
                Stage.WRITTEN,
                List.of(),
                List.of(),
                List.of(),
                null,
                Map.of("terraform", "1.11.4", "provider", "5.100.0"),
                Map.of());
    }

    static List<Diagnosis> atSource(Path folder) throws IOException {
        return COACH.diagnoseSource(LAB, new FakeEvidence(LAB, folder, Map.of()), report(Verdict.FAILED));
    }

    /** What is left after at most five fixes. */
    static List<Diagnosis> mended(Path folder) throws IOException {
        List<Diagnosis> now = atSource(folder);
        for (int round = 0; round < 5; round++) {
            Diagnosis.Fix fix = now.stream()
                    .filter(d -> !d.remark() && d.fix() != null)
                    .map(Diagnosis::fix)
                    .findFirst()
                    .orElse(null);
            if (fix == null) {
                break;
            }
            new FixApplier(folder).apply(fix);
            now = atSource(folder);
        }
        return now;
    }
}
