/**
 * The results of a cohort for people: {@link dev.plumbline.cohort.results.ResultsReader} reads the reports that grading left
 * in a folder, {@link dev.plumbline.cohort.results.Tally} counts, and text, CSV and HTML are pure functions of the two.
 * What stands in a report comes from submissions: it is data, and escaped wherever it is shown.
 */
@org.jspecify.annotations.NullMarked
package dev.plumbline.cohort.results;
