package dev.plumbline.cohort.replay;

import dev.plumbline.cohort.bundle.Alteration;
import dev.plumbline.cohort.bundle.Manifest;
import dev.plumbline.grading.Report;
import dev.plumbline.report.SourceFiles;
import java.nio.file.Path;
import java.util.List;

/** What came of judging one bundle again. */
public sealed interface Replay {
    /** The bundle's file, as it was named. */
    Path file();

    /** The exit code that this one alone gives. */
    int exitCode();

    /**
     * It could not be opened as a bundle.
     *
     * @param why a sentence
     */
    record Refused(Path file, String why) implements Replay {
        @Override
        public int exitCode() {
            return 3;
        }
    }

    /**
     * It was judged.
     *
     * @param report this program's judgement of the recorded evidence
     * @param claimed the verdict that the bundle claims
     * @param differences where the claim says something else
     * @param alterations what was changed since it was written, and where its layers do not fit together
     * @param notes what is worth knowing and nobody's fault
     * @param files the learner's files, for excerpts
     */
    record Judged(
            Path file,
            Manifest manifest,
            Report report,
            String claimed,
            List<Difference> differences,
            List<Alteration> alterations,
            List<String> notes,
            SourceFiles files)
            implements Replay {
        public Judged {
            differences = List.copyOf(differences);
            alterations = List.copyOf(alterations);
            notes = List.copyOf(notes);
        }

        /** Whether it was not touched, fits together, and claims what comes out. */
        public boolean holds() {
            return differences.isEmpty() && alterations.isEmpty();
        }

        /** That of the verdict; 1 where the bundle does not hold: trouble that it brings about is none of ours. */
        @Override
        public int exitCode() {
            return holds() ? report.verdict().exitCode() : 1;
        }
    }

    /** One thing that the claim and this judgement say differently. */
    record Difference(String what, String claimed, String judged) {}
}
