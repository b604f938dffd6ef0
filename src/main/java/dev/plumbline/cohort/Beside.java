package dev.plumbline.cohort;

import dev.plumbline.grading.Report;
import java.nio.file.Path;

/**
 * A further file that is written for every submission.
 *
 * @param file its name, such as {@code report.junit.xml}
 * @param writer what is in it
 */
public record Beside(String file, Writer writer) {
    /** Writes a report in some format. */
    @FunctionalInterface
    public interface Writer {
        /**
         * Writes it.
         *
         * @param work where the submission's files are, while it is written
         */
        String write(Report report, Path work);
    }
}
