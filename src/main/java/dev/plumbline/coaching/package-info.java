/**
 * The coach: what went wrong, why, and the smallest step out. {@link dev.plumbline.coaching.Coach} looks at the evidence of
 * one run with its recognisers, which report {@code Sighting}s of the mistakes in the catalogue ({@code graders/*.yaml}; the
 * words are in {@code content/mistakes}), folds consequences under their cause, and ranks. {@link
 * dev.plumbline.coaching.FixApplier} makes an edit and takes it back, {@link dev.plumbline.coaching.Hints} answers by what is
 * really there, {@link dev.plumbline.coaching.Explainer} goes through the learner's file line by line. Nothing here judges.
 */
@org.jspecify.annotations.NullMarked
package dev.plumbline.coaching;
