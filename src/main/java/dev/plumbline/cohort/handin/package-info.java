/**
 * Handing in: {@link dev.plumbline.cohort.handin.HandIn} puts a learner's work, its report and its evidence into a bundle.
 * What a learner would not want to send stays out ({@link dev.plumbline.cohort.handin.Selection}) or is masked ({@link
 * dev.plumbline.cohort.handin.Secrets}), and both are said.
 */
@org.jspecify.annotations.NullMarked
package dev.plumbline.cohort.handin;
