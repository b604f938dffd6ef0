/**
 * What a stranger handed in, read into memory within limits: a folder, an archive or a bundle becomes a {@link
 * dev.plumbline.cohort.intake.Submission}. Nothing is ever written into what was handed in, no link is followed out of it, and
 * whatever plays a trick is left out with its reason.
 */
@org.jspecify.annotations.NullMarked
package dev.plumbline.cohort.intake;
