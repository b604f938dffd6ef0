/**
 * One writer per format, each a pure function of a {@link dev.plumbline.grading.Report}. {@link
 * dev.plumbline.report.TextReport} is the one for people; {@link dev.plumbline.report.NextStep} picks the one thing to do
 * next.
 */
@org.jspecify.annotations.NullMarked
package dev.plumbline.report;
