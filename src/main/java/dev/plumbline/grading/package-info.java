/**
 * Judging: evidence of five layers in, one {@link dev.plumbline.grading.Report} out. Evidence is gathered on demand and
 * once per run; checks ask it and never start a process; the grader never prints. Terminal, coach and exports are pure
 * functions of the report.
 */
@org.jspecify.annotations.NullMarked
package dev.plumbline.grading;
