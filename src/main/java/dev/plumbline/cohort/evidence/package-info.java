/**
 * Evidence on paper: what each layer answered in one judgement, as JSON ({@code plumbline/evidence/1}), and {@link
 * dev.plumbline.cohort.evidence.RecordedEvidence} that reads it back, so that the same grader judges it again without
 * Terraform, AWS or the learner's machine.
 */
@org.jspecify.annotations.NullMarked
package dev.plumbline.cohort.evidence;
