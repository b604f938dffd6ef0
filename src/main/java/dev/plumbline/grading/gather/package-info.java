/**
 * Gathering evidence: the only part of grading that starts processes. {@link
 * dev.plumbline.grading.gather.ShadowWorkspace} is a private copy of the learner's files and state, {@link
 * dev.plumbline.grading.gather.TerraformRuns} runs the real Terraform on it (warm where it can, stock where not), {@link
 * dev.plumbline.grading.gather.GatheredEvidence} remembers each layer for the run.
 */
@org.jspecify.annotations.NullMarked
package dev.plumbline.grading.gather;
