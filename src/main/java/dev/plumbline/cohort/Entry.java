package dev.plumbline.cohort;

import java.nio.file.Path;

/**
 * One submission of a run.
 *
 * @param id its name in the results: safe as a file name, and no other's
 * @param source what was handed in
 * @param sha256 of its content, see {@link dev.plumbline.cohort.intake.Submission#sha256}
 */
public record Entry(String id, Path source, String sha256) {}
