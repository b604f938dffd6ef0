/**
 * Many submissions at once: {@link dev.plumbline.cohort.Roll} names them, {@link dev.plumbline.cohort.CohortRun} has them
 * graded side by side, {@link dev.plumbline.cohort.Results} keeps what came out where a killed run leaves nothing half. What
 * a submission is read by, looked through with and judged in are the packages {@code intake}, {@code vetting} and {@code exam}.
 */
@org.jspecify.annotations.NullMarked
package dev.plumbline.cohort;
