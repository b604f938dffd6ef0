/**
 * {@code lab author test}: the answers an author keeps beside a lab, tried with the real tools. {@link
 * dev.plumbline.authoring.proof.LabProof} tries them, {@link dev.plumbline.authoring.proof.Trial} is one of them, {@link
 * dev.plumbline.authoring.proof.Expectation} what must come of it; the rest writes the results.
 */
@org.jspecify.annotations.NullMarked
package dev.plumbline.authoring.proof;
